/**
 * Linear text classifiers: fastText's supervised model, read, written, trained and asked.
 *
 * <p>Source: Joulin, Grave, Bojanowski and Mikolov, "Bag of Tricks for Efficient Text Classification", EACL 2017; its files
 * are those of fastText 0.9 ({@code .bin}, and quantised {@code .ftz}). A {@link dev.ayatori.corpus.classify.FastTextFile}
 * tells their layout.
 */
@NullMarked
package dev.ayatori.corpus.classify;

import org.jspecify.annotations.NullMarked;
