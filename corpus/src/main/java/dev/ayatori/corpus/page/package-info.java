/**
 * What readers hand on: pages and records with the place they stand at, or the reason why they could not be read.
 *
 * <p>A reader is a pure function of one {@link dev.ayatori.corpus.page.InputFile}; no file needs another.
 */
@NullMarked
package dev.ayatori.corpus.page;

import org.jspecify.annotations.NullMarked;
