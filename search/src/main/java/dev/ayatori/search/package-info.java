/** Full text, any-substring counts, trace. */
@NullMarked
package dev.ayatori.search;

import org.jspecify.annotations.NullMarked;
