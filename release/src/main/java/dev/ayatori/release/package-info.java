/** The published model, its card and its verification. */
@NullMarked
package dev.ayatori.release;

import org.jspecify.annotations.NullMarked;
