/**
 * Taking documents down: who asks for it names an id or an address, and no corpus built afterwards holds the document.
 *
 * <p>{@code RUNS/takedown.txt} holds one id or address a line; empty lines and lines that begin with {@code #} say nothing.
 * The corpus stage of every run below that folder has them among its settings and removes them by the rule
 * {@code takedown}, without keeping their texts. The raw files in {@code sources/} stay as they are.
 */
@NullMarked
package dev.ayatori.corpus.takedown;

import org.jspecify.annotations.NullMarked;
