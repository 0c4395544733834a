/** Reads the pages and source files out of a finished sources artifact, in an order that depends on nothing but their names. */
@NullMarked
package dev.ayatori.corpus.read;

import org.jspecify.annotations.NullMarked;
