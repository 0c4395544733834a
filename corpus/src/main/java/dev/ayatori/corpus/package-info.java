/**
 * From the pages of the sources to documents kept or removed, each with its reasons.
 *
 * <p>The way of a page: {@code read} gives its bytes, {@code extract} its main content, {@code clean} tidies the text,
 * {@code language} names the language, {@code filter} measures and judges, {@code dedup} finds duplicates and relatives;
 * {@link dev.ayatori.corpus.BuildCorpus} puts them in a row and writes the artifact:
 *
 * <ul>
 *   <li>{@code documents-NNNNN.parquet}: kept documents in the order of their ids, a fixed number of rows per file; text
 *       columns id, text, uri, collection, licence, date, language, attributes (one JSON object of strings, sorted keys:
 *       each filter's value under its name, {@code title}, {@code split}, {@code cluster}, {@code copies},
 *       {@code language-reason})
 *   <li>{@code removed-NNNNN.parquet}: the same columns and rule, value, threshold, duplicateOf
 *   <li>{@code quarantine.jsonl}: pages that could not be read, {@code {"uri", "reason"}} per line
 *   <li>{@code stats.json}: a {@link dev.ayatori.corpus.CorpusStatistics}
 * </ul>
 */
@NullMarked
package dev.ayatori.corpus;

import org.jspecify.annotations.NullMarked;
