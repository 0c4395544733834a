/**
 * Mixing: which training documents are read, in which fold, and how often, so that every part of a mix has its budget.
 *
 * <p>The stage "shards" asks for it ({@code shards.mix}), because only there the tokens of a document are known; a
 * document's place in the mix depends on nothing but ids, sizes and settings. Validation is no part of the mix:
 * {@link dev.ayatori.corpus.SplitSettings} holds documents out before.
 */
@NullMarked
package dev.ayatori.corpus.mix;

import org.jspecify.annotations.NullMarked;
