package dev.ayatori.corpus;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The funnel of a corpus: what went in, what stayed, and which rule took the rest.
 *
 * @param read documents that could be read, after cleaning and before any rule
 * @param quarantined pages that could not be read
 * @param collections read and kept by collection
 * @param languages read and kept by language
 * @param removed what each rule removed, by its name
 * @param splits kept documents by language, then by {@link Split#label()}
 * @param clusters clusters of related documents among the kept ones
 * @param personal personal data found in the kept documents, by its kind; masked where the settings say so
 * @param cuts what was cut out of documents, kept or removed, because it stands elsewhere, by what it is a copy of
 * @param repeatedLines how often each line was taken out because it repeats over its collection, by collection and line
 */
public record CorpusStatistics(
        Tally read,
        Tally kept,
        long quarantined,
        SortedMap<String, Flow> collections,
        SortedMap<String, Flow> languages,
        SortedMap<String, Tally> removed,
        SortedMap<String, SortedMap<String, Tally>> splits,
        Clusters clusters,
        SortedMap<String, Found> personal,
        SortedMap<String, Taken> cuts,
        SortedMap<String, SortedMap<String, Long>> repeatedLines) {
    public CorpusStatistics {
        // a corpus built before personal data and cuts were counted has none of them written down
        personal = Objects.requireNonNullElseGet(personal, TreeMap::new);
        cuts = Objects.requireNonNullElseGet(cuts, TreeMap::new);
    }

    /** What came in and what stayed of one collection or language. */
    public record Flow(Tally read, Tally kept) {
        /** The sum of two flows. */
        public Flow plus(Flow other) {
            return new Flow(read.plus(other.read), kept.plus(other.kept));
        }
    }

    /**
     * Something counted in documents.
     *
     * @param documents those that hold any
     * @param findings all of them
     */
    public record Found(long documents, long findings) {
        /** The sum of two counts. */
        public Found plus(Found other) {
            return new Found(documents + other.documents, findings + other.findings);
        }
    }

    /**
     * Something cut out of documents.
     *
     * @param documents those that lost any
     * @param cuts all stretches
     */
    public record Taken(long documents, long cuts, long characters) {
        /** The sum of two counts. */
        public Taken plus(Taken other) {
            return new Taken(documents + other.documents, cuts + other.cuts, characters + other.characters);
        }
    }

    /**
     * Clusters of related documents.
     *
     * @param count all of them, single documents too
     * @param largest documents of the largest
     * @param largestId id of the first document of the largest, or the empty string
     * @param related documents that share their cluster with another
     */
    public record Clusters(long count, long largest, String largestId, long related) {}
}
