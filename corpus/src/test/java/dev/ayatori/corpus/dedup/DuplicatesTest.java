package dev.ayatori.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final DuplicateSettings SETTINGS = DuplicateSettings.defaults();

    private static List<Sketch> sketches(List<String> texts) {
        return texts.stream().map(text -> Sketch.of(text, SETTINGS)).toList();
    }

    private static List<Duplicate> find(List<String> texts) {
        return Duplicates.find(SETTINGS, sketches(texts), texts::get);
    }

    @Test
    void agreesWithBruteForceAwayFromTheThreshold() {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = MinHashTest.text(random, 800);
            texts.add(text);
            texts.add(MinHashTest.changed(random, text, 0.01));
            texts.add(MinHashTest.changed(random, text, 0.10));
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
        assertThat(find(texts)).extracting(Duplicate::number).containsExactlyElementsOf(expected);
    }

    @Test
    void callsTextsEqualButForCaseWidthAndSpaceExactDuplicates() {
        String text = "An Abc of string figures: あやとり の 基本\n\nthe cradle and the bridge";
        String same = "an  ＡＢＣ of string figures: あやとり の 基本 the cradle and the bridge\n";
        assertThat(find(List.of(text, same))).containsExactly(new Duplicate(1, 0, true, 1));
    }

    @Test
    void namesTheKeptOneForACopyOfARemovedOne() {
        Random random = new Random(6);
        String text = MinHashTest.text(random, 1000);
        String near = MinHashTest.changed(random, text, 0.01);
        List<Duplicate> found = find(List.of(text, near, near));
        assertThat(found).extracting(Duplicate::original).containsExactly(0, 0);
        assertThat(found).extracting(Duplicate::exact).containsExactly(false, false);
    }

    @Test
    void clustersDoNotDependOnTheOrder() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String text = MinHashTest.text(random, 700);
            texts.add(text);
            texts.add(MinHashTest.changed(random, text, 0.06));
        }
        int[] clusters = Relatives.clusters(SETTINGS, sketches(texts));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, random);
        int[] shuffled = Relatives.clusters(
                SETTINGS, sketches(order.stream().map(texts::get).toList()));
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < order.size(); j++) {
                assertThat(shuffled[i] == shuffled[j]).isEqualTo(clusters[order.get(i)] == clusters[order.get(j)]);
            }
        }
        assertThat(clusters[0]).isEqualTo(clusters[1]).isNotEqualTo(clusters[2]);
    }

    @Test
    void relatesAPageToTheCommentsItWasMadeFrom() {
        Random random = new Random(8);
        String prose = MinHashTest.text(random, 900);
        String page = "Class Thread\n" + prose + "\nMethod summary";
        String comments = "/**\n * " + String.join("\n * ", prose.split("(?<=\\G.{70})")) + "\n */\n"
                + MinHashTest.text(random, 4000);
        String other = MinHashTest.text(random, 900);
        assertThat(MinHashTest.bruteForceJaccard(page, comments)).isLessThan(0.3);
        assertThat(Relatives.clusters(SETTINGS, sketches(List.of(other, page, comments))))
                .containsExactly(0, 1, 1);
    }

    @Test
    void winnowingSharesAFingerprintForEveryLongCommonRun() {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            String common = MinHashTest.text(random, 55);
            long[] left = Winnowing.fingerprints(MinHashTest.text(random, 200) + common);
            long[] right = Winnowing.fingerprints(common + MinHashTest.text(random, 200));
            assertThat(left).containsAnyOf(java.util.Arrays.stream(right).toArray());
        }
    }
}
