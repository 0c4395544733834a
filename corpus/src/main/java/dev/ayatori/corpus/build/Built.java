package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusStatistics;
import java.util.List;
import java.util.SortedMap;

/**
 * What all steps together made.
 *
 * @param partitions names of the partitions, in the order in which their quarantines follow each other
 * @param read pages that became drafts
 * @param quarantined pages that could not be read
 * @param lines repeated lines taken out, by collection, with the number of pages they stand in
 */
record Built(
        List<String> partitions,
        long read,
        long quarantined,
        SortedMap<String, SortedMap<String, Long>> lines,
        CorpusStatistics.Clusters clusters,
        List<WriteTables.Written> documents,
        List<WriteTables.Written> removed) {}
