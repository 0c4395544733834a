package dev.ayatori.corpus.dedup.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.MinHashTest;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.dedup.ShingleUnit;
import dev.ayatori.corpus.dedup.Shingles;
import dev.ayatori.corpus.dedup.Sketch;
import dev.ayatori.corpus.dedup.Sketched;
import dev.ayatori.corpus.dedup.Sketcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateSearchTest {
    private static final DuplicateSettings SETTINGS = DuplicateSettings.defaults();

    @TempDir
    private Path folder = Path.of("");

    private Runs search(List<String> texts) throws InterruptedException {
        return new Runs(folder, Runs.sketch(texts, SETTINGS), 7, SETTINGS);
    }

    @Test
    void agreesWithBruteForceAwayFromTheThreshold() throws Exception {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = MinHashTest.text(random, 800);
            texts.add(text);
            texts.add(MinHashTest.changed(random, text, 0.005));
            texts.add(MinHashTest.changed(random, text, 0.15));
        }
        List<Integer> expected = new ArrayList<>();
        for (int number = 0; number < texts.size(); number++) {
            for (int kept = 0; kept < number; kept++) {
                if (!expected.contains(kept)
                        && MinHashTest.bruteForceJaccard(texts.get(number), texts.get(kept)) >= 0.8) {
                    expected.add(number);
                    break;
                }
            }
        }
        assertThat(expected).hasSizeGreaterThanOrEqualTo(40);
        try (Runs found = search(texts)) {
            assertThat(IntStream.range(0, texts.size()).filter(i -> found.fate(i) != Fate.KEPT))
                    .containsExactlyElementsOf(expected);
        }
    }

    /** 2,000 signatures: a pair belongs together when a band agrees and the estimate reaches the threshold. */
    @Test
    void clustersEqualBruteForceOverAllPairsOfTheSameSignatures() throws Exception {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        while (texts.size() < 2000) {
            String text = MinHashTest.text(random, 300);
            for (int copy = 0; copy <= random.nextInt(6) * random.nextInt(3) && texts.size() < 2000; copy++) {
                texts.add(text);
                text = MinHashTest.changed(random, text, 0.03);
            }
        }
        var settings = new DuplicateSettings(
                true,
                PassageUnit.NONE,
                40,
                0,
                PassageUnit.NONE,
                100,
                3,
                ShingleUnit.CHARACTERS,
                5,
                0.6,
                14,
                8,
                0.5,
                0,
                3,
                0.5);
        List<Sketched> documents = Runs.sketch(texts, settings);
        long[] expected = bruteForce(documents, settings);
        try (Runs found = new Runs(folder, documents, 300, settings)) {
            assertThat(found.duplicates()).isEqualTo(expected);
        }
        assertThat(Arrays.stream(expected).distinct().count()).isBetween(400L, 1500L);
    }

    /** 20,000 documents in pairs of every similarity: as many pairs meet as the curve says, and no others. */
    @Test
    void findsPairsAlongTheTheoreticalCurve() throws Exception {
        Random random = new Random(12);
        List<String> texts = new ArrayList<>();
        double expected = 0;
        for (int pair = 0; pair < 10_000; pair++) {
            String text = MinHashTest.text(random, 300);
            String other = MinHashTest.changed(random, text, pair % 100 / 700.0);
            texts.add(text);
            texts.add(other);
            double similarity = Shingles.jaccard(Shingles.set(text, 5), Shingles.set(other, 5));
            expected += 1 - Math.pow(1 - Math.pow(similarity, 8), 14);
        }
        var settings = new DuplicateSettings(
                true,
                PassageUnit.NONE,
                40,
                0,
                PassageUnit.NONE,
                100,
                3,
                ShingleUnit.CHARACTERS,
                5,
                0,
                14,
                8,
                0.5,
                0,
                3,
                0.5);
        try (Runs found = new Runs(folder, Runs.sketch(texts, settings), 3000, settings)) {
            long[] clusters = found.duplicates();
            long met = IntStream.range(0, 10_000)
                    .filter(pair -> clusters[2 * pair] == clusters[2 * pair + 1])
                    .count();
            assertThat(expected).isBetween(3000.0, 7000.0);
            assertThat(met / 10_000.0).isBetween(expected / 10_000 - 0.01, expected / 10_000 + 0.01);
            assertThat(Arrays.stream(clusters).distinct().count()).isEqualTo(20_000 - met);
        }
    }

    private static long[] bruteForce(List<Sketched> documents, DuplicateSettings settings) {
        long[] cluster = IntStream.range(0, documents.size()).asLongStream().toArray();
        for (int i = 0; i < documents.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (cluster[i] != cluster[j] && linked(documents.get(i), documents.get(j), settings)) {
                    long from = Math.max(cluster[i], cluster[j]);
                    long to = Math.min(cluster[i], cluster[j]);
                    Arrays.setAll(cluster, k -> cluster[k] == from ? to : cluster[k]);
                }
            }
        }
        return cluster;
    }

    private static boolean linked(Sketched left, Sketched right, DuplicateSettings settings) {
        int[] one = left.sketch().signature();
        int[] other = right.sketch().signature();
        long agreeing =
                IntStream.range(0, one.length).filter(i -> one[i] == other[i]).count();
        boolean band = IntStream.range(0, settings.bands())
                .anyMatch(b -> IntStream.range(b * settings.rows(), (b + 1) * settings.rows())
                        .allMatch(i -> one[i] == other[i]));
        return left.sketch().exact().equals(right.sketch().exact())
                || (band && agreeing / (double) one.length >= settings.threshold());
    }

    @Test
    void callsTextsEqualButForCaseWidthAndSpaceExactDuplicates() throws Exception {
        String text = "An Abc of string figures: あやとり の 基本\n\nthe cradle and the bridge";
        String same = "an  ＡＢＣ of string figures: あやとり の 基本 the cradle and the bridge\n";
        try (Runs found = search(List.of(text, same))) {
            assertThat(found.fate(1)).isEqualTo(Fate.EXACT);
            assertThat(found.original(1)).isZero();
        }
    }

    @Test
    void namesTheKeptOneForACopyOfARemovedOne() throws Exception {
        Random random = new Random(6);
        String text = MinHashTest.text(random, 1000);
        String near = MinHashTest.changed(random, text, 0.01);
        try (Runs found = search(List.of(text, near, near))) {
            assertThat(List.of(found.fate(1), found.fate(2))).containsOnly(Fate.NEAR);
            assertThat(List.of(found.original(1), found.original(2))).containsOnly(0L);
            assertThat(found.fates.copies(found.number(0))).isEqualTo(2);
        }
    }

    @Test
    void keepsTheFirstCollectionByPriorityThenTheFirstId() throws Exception {
        Sketch sketch = new Sketcher(SETTINGS).sketch(MinHashTest.text(new Random(1), 300));
        List<Sketched> documents = List.of(
                new Sketched(1, 1, 2, 0, 300, sketch),
                new Sketched(2, 2, 1, 0, 300, sketch),
                new Sketched(3, 3, 1, 0, 300, sketch));
        try (Runs found = new Runs(folder, documents, 2, SETTINGS)) {
            assertThat(List.of(found.fate(1), found.fate(2), found.fate(3)))
                    .containsExactly(Fate.EXACT, Fate.KEPT, Fate.EXACT);
            assertThat(found.original(1)).isEqualTo(2);
        }
    }

    @Test
    void keepsOneDocumentOfEachWebAddress() throws Exception {
        Random random = new Random(4);
        List<Sketched> documents = new ArrayList<>();
        String[] addresses = {"http://Example.org/a", "https://example.org/a#top", "https://example.org/A", "file:a"};
        for (int i = 0; i < addresses.length; i++) {
            Sketch sketch = new Sketcher(SETTINGS).sketch(MinHashTest.text(random, 300));
            documents.add(new Sketched(i, Sketched.urlHash(addresses[i]), 0, 0, 300, sketch));
        }
        try (Runs found = new Runs(folder, documents, 4, SETTINGS)) {
            assertThat(IntStream.range(0, 4).mapToObj(found::fate))
                    .containsExactly(Fate.KEPT, Fate.SAME_URL, Fate.KEPT, Fate.KEPT);
        }
    }

    @Test
    void theCutIntoRunsDecidesNothing() throws Exception {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String text = MinHashTest.text(random, 700);
            texts.add(text);
            texts.add(MinHashTest.changed(random, text, 0.06));
        }
        List<Sketched> documents = Runs.sketch(texts, SETTINGS);
        List<Sketched> shuffled = new ArrayList<>(documents);
        java.util.Collections.shuffle(shuffled, random);
        try (Runs one = new Runs(folder, documents, 1000, SETTINGS)) {
            List<Fate> fates = IntStream.range(0, 120).mapToObj(one::fate).toList();
            long[] relatives = one.relatives();
            try (Runs many = new Runs(folder, shuffled, 13, SETTINGS)) {
                assertThat(IntStream.range(0, 120).mapToObj(many::fate)).containsExactlyElementsOf(fates);
                assertThat(many.relatives()).isEqualTo(relatives);
            }
            assertThat(relatives).startsWith(0, 0, 2, 2);
        }
    }

    @Test
    void relatesAPageToTheCommentsItWasMadeFrom() throws Exception {
        Random random = new Random(8);
        String prose = MinHashTest.text(random, 900);
        String page = "Class Thread\n" + prose + "\nMethod summary";
        String comments = "/**\n * " + String.join("\n * ", prose.split("(?<=\\G.{70})")) + "\n */\n"
                + MinHashTest.text(random, 4000);
        String other = MinHashTest.text(random, 900);
        assertThat(MinHashTest.bruteForceJaccard(page, comments)).isLessThan(0.3);
        try (Runs found = search(List.of(other, page, comments))) {
            assertThat(found.relatives()).containsExactly(0, 1, 1);
        }
    }
}
