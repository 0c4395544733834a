/** What assigns probabilities to tokens: the trained models and the n-gram baselines behind one interface. */
@NullMarked
package dev.ayatori.evaluate.language;

import org.jspecify.annotations.NullMarked;
