/** Commands, recipes, the pipeline. */
@NullMarked
package dev.ayatori.cli;

import org.jspecify.annotations.NullMarked;
