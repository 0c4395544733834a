/** Decisions on one document that a build takes after its filters: personal data, texts of evaluation sets. */
@NullMarked
package dev.ayatori.corpus.build.decide;

import org.jspecify.annotations.NullMarked;
