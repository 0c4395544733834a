/**
 * Builds a corpus in steps, each a list of tasks from files to files that an engine runs.
 *
 * <p>read (drafts of pages, hashes of their lines), lines (which of them repeat), passages (which of them several documents have), similar (which are nearly the same as one
 * before), anchors, windows and substrings (which stretches of text stand
 * before, {@code corpus.dedup.substring}), evaluations (n-grams of evaluation sets), judge (runs of documents in the order of
 * their ids, with sketches), duplicates (edges for each range of keys), decide (what becomes of each document), relatives
 * (edges between the kept ones), split (clusters, validation, where the files are cut), write (Parquet). A task that is
 * done leaves {@code STEP/NAME.json} in the folder of the work and is not done again when the work is taken up after a
 * kill, by whatever engine.
 */
@NullMarked
package dev.ayatori.corpus.build;

import org.jspecify.annotations.NullMarked;
