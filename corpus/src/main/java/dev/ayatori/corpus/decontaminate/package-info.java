/**
 * Finds texts of evaluation sets in documents, with the place of each, so that no model is asked what it was taught.
 *
 * <p>A text of a set is known by its n-grams: of characters where its script writes no spaces, of words elsewhere, over letters
 * and digits alone, after NFKC, in small letters without accents. Its score in a document is the largest share of its units that
 * n-grams of it cover within one and a half of its lengths, so it survives a changed word, and long documents do not gather it
 * from afar. Of a short text, and of one with fewer words than two n-grams have, only the whole tells.
 *
 * <p>After T. Brown et al., Language Models are Few-Shot Learners, 2020 (n-grams of 13 words), and A. Chowdhery et al., PaLM, 2022
 * (n-grams of 8 words, seven tenths of them); the share covered as in H. Touvron et al., Llama 2, 2023, appendix A.6.
 */
@NullMarked
package dev.ayatori.corpus.decontaminate;

import org.jspecify.annotations.NullMarked;
