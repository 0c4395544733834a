/** What filters look at: a text cut into characters, lines, words and n-grams once for all of them. */
@NullMarked
package dev.ayatori.corpus.filter.view;

import org.jspecify.annotations.NullMarked;
