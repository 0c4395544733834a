/** Rules that measure one number of a text, each with the paper or program it comes from. */
@NullMarked
package dev.ayatori.corpus.filter.rule;

import org.jspecify.annotations.NullMarked;
