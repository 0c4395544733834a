/** Trained models asked: log-probabilities of texts and drawn continuations. */
@NullMarked
package dev.ayatori.model.generate;

import org.jspecify.annotations.NullMarked;
