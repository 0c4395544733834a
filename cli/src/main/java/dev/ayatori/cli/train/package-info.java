/** Commands that train. */
@NullMarked
package dev.ayatori.cli.train;

import org.jspecify.annotations.NullMarked;
