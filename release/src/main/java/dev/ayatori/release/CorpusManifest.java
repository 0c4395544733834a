package dev.ayatori.release;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.publish.Shard;
import dev.ayatori.corpus.publish.ShardFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The file {@code corpus.json} of a published corpus: what it holds, what it was made from, and what was left out.
 *
 * @param formatVersion 1
 * @param name what the corpus is called
 * @param contentHash of the corpus that was published
 * @param format of its files
 * @param shards its files
 * @param contents documents by collection, then language, then licence
 * @param sources its raw inputs
 * @param settings filters with their thresholds, and everything else that decided; how many documents were taken down, not which
 * @param statistics the funnel
 */
record CorpusManifest(
        int formatVersion,
        String name,
        String contentHash,
        ShardFormat format,
        List<Shard> shards,
        SortedMap<String, SortedMap<String, SortedMap<String, Tally>>> contents,
        List<Source> sources,
        JsonNode settings,
        CorpusStatistics statistics) {
    static final int FORMAT_VERSION = 1;
    static final String FILE = "corpus.json";

    private static final String UNKNOWN = "NOASSERTION";

    CorpusManifest {
        shards = List.copyOf(shards);
        sources = List.copyOf(sources);
    }

    /** A raw input; where it lay on somebody's machine is nobody's business. */
    record Source(String name, String collection, String licence, long bytes, String sha256) {}

    /** Counts documents by what they are. */
    static final class Contents {
        private final SortedMap<String, SortedMap<String, SortedMap<String, Tally>>> counted = new TreeMap<>();

        void add(Document document) {
            counted.computeIfAbsent(document.collection(), name -> new TreeMap<>())
                    .computeIfAbsent(document.language(), name -> new TreeMap<>())
                    .merge(licence(document), Tally.of(document.text()), Tally::plus);
        }

        SortedMap<String, SortedMap<String, SortedMap<String, Tally>>> counted() {
            return counted;
        }
    }

    /** Documents by {@code COLLECTION, LANGUAGE, LICENCE}. */
    static SortedMap<String, Tally> byLicence(SortedMap<String, SortedMap<String, SortedMap<String, Tally>>> contents) {
        SortedMap<String, Tally> flat = new TreeMap<>();
        contents.forEach((collection, languages) -> languages.forEach((language, licences) -> licences.forEach(
                (licence, tally) -> flat.put(String.join(", ", collection, language, licence), tally))));
        return flat;
    }

    /** What the record says of itself where its collection has no one licence. */
    static String licence(Document document) {
        String own = document.attribute(Document.SOURCE + "licence");
        return document.licence().equals(UNKNOWN) && !own.isBlank() ? own : document.licence();
    }
}
