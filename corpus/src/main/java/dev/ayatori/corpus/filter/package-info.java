/** Filters: each measures one number of a text and says between which bounds it must be. */
@NullMarked
package dev.ayatori.corpus.filter;

import org.jspecify.annotations.NullMarked;
