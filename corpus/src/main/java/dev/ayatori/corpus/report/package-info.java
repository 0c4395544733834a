/**
 * A picture of a corpus: one HTML page by itself, without script and without any request, that shows what was dropped and
 * why. {@link dev.ayatori.corpus.report.CorpusReport} counts in one pass over kept and removed documents,
 * {@link dev.ayatori.corpus.report.ReportPage} writes it down. Texts of documents are hostile input: everything goes
 * through {@code Html}, and the page's security policy forbids whatever could slip through.
 */
@NullMarked
package dev.ayatori.corpus.report;

import org.jspecify.annotations.NullMarked;
