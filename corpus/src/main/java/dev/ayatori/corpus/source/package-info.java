/**
 * The stage "sources": raw inputs named in a recipe, fetched through Maven's resolver, pinned by SHA-256.
 *
 * <p>Artifact: {@code files/} holds the jars and plain files, {@code sources.json} one entry per input.
 */
@NullMarked
package dev.ayatori.corpus.source;

import org.jspecify.annotations.NullMarked;
