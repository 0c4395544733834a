/** HTTP API and web pages. */
@NullMarked
package dev.ayatori.serve;

import org.jspecify.annotations.NullMarked;
