package dev.ayatori.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.dedup.Sketch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeduplicationTest {
    private static final CorpusSettings SETTINGS = CorpusSettings.defaults();

    private static Judge.Passed passed(String collection, String text) {
        String uri = "file:" + collection + "/" + text.hashCode();
        Document document =
                new Document(Document.idOf(uri), text, uri, collection, "Apache-2.0", "", "ja", new TreeMap<>());
        return new Judge.Passed(document, text, Sketch.of(text, SETTINGS.duplicates()));
    }

    private static String text(Random random, int length) {
        return random.ints(length, 0x3042, 0x3092)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Property(tries = 30)
    void theOrderOfArrivalDecidesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Judge.Passed> documents = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            String text = text(random, 300);
            for (int copy = 0; copy < 1 + random.nextInt(4); copy++) {
                documents.add(passed("c" + copy, text + text(random, copy * 10)));
            }
        }
        Deduplication once = Deduplication.of(documents, SETTINGS);
        List<Judge.Passed> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        assertThat(Deduplication.of(shuffled, SETTINGS)).isEqualTo(once);
        assertThat(once.kept().size() + once.removed().size()).isEqualTo(documents.size());
    }

    @Test
    void keepsTheOneOfTheCollectionNamedFirst() {
        String text = text(new Random(1), 300);
        List<Judge.Passed> documents = List.of(passed("a", text), passed("b", text), passed("c", text));
        var settings = new CorpusSettings(
                SETTINGS.languages(),
                List.of("c", "b"),
                SETTINGS.repeatedLines(),
                SETTINGS.filters(),
                SETTINGS.duplicates(),
                SETTINGS.split(),
                SETTINGS.rowsPerFile());
        assertThat(Deduplication.of(documents, settings).kept())
                .extracting(Document::collection)
                .containsExactly("c");
        assertThat(Deduplication.of(documents, SETTINGS).kept())
                .extracting(Document::collection)
                .containsExactly("a");
    }

    @Test
    void splitsByShareAndNeverThroughACluster() {
        Random random = new Random(2);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Document document = passed("a", text(random, 200)).document();
            documents.add(i < 100 ? document.with(java.util.Map.of(Document.CLUSTER, "giant")) : document);
        }
        List<Document> split = Splitter.split(documents, new SplitSettings(0.05, 7));
        assertThat(split)
                .filteredOn(document -> document.split() == Split.VALIDATION)
                .hasSizeBetween(20, 24);
        assertThat(split)
                .filteredOn(document -> document.cluster().equals("giant"))
                .allMatch(document -> document.split() == Split.TRAIN);
        documents.sort(Comparator.comparing(Document::id));
        assertThat(Splitter.split(documents, new SplitSettings(0.05, 7))).containsExactlyInAnyOrderElementsOf(split);
        assertThat(Splitter.split(documents, new SplitSettings(0, 7)))
                .allMatch(document -> document.split() == Split.TRAIN);
    }
}
