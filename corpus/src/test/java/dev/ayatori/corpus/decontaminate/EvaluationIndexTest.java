package dev.ayatori.corpus.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationIndexTest {
    private static final String JAPANESE = "京都の北にある鞍馬の山では、毎年十月の夜に大きな松明を持って坂道を登る火の祭りが行われる。";
    private static final String ENGLISH =
            "Every autumn the fishermen of the northern village carry their painted boats over the hill and sing until the first star is seen above the bay.";
    private static final String KOREAN = "가을이 오면 마을 사람들은 산 위에 모여 붉은 등불을 들고 밤새도록 오래된 노래를 부른다.";
    private static final String CODE =
            "int total = 0; for (int row = 0; row < table.length; row++) { total += table[row].weight() * factor; } return total / table.length;";

    @TempDir
    Path folder;

    private EvaluationSet set(String name, String... texts) throws Exception {
        Path file = folder.resolve(name + ".jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            lines.append("{\"key\": \"%s-%d\", \"question\": \"%s\"}%n".formatted(name, i, texts[i]));
        }
        Files.writeString(file, lines);
        return new EvaluationSet(name, file.toString(), PinnedFile.at(file).sha256(), "key", List.of("question"));
    }

    private EvaluationIndex index(DecontaminationSettings settings) {
        EvaluationIndexWriter.write(settings, folder);
        return new EvaluationIndex(folder, settings);
    }

    private EvaluationIndex planted() throws Exception {
        return index(DecontaminationSettings.of(List.of(
                set("ja", "別の問いがここにある。日本で二番目に高い山の名前は何か。", JAPANESE),
                set("en", ENGLISH),
                set("ko", KOREAN),
                set("code", CODE))));
    }

    private static String within(String text) {
        return "前の話はこれでおわり。 Before it stands this. \n" + text + "\n つぎの話。 And after it this.";
    }

    @Test
    void findsWhatIsPlantedInFourLanguagesUnderThreeDisguises() throws Exception {
        record Case(String set, String text, String spaced, String changed) {}
        List<Case> cases = List.of(
                new Case("ja", JAPANESE, JAPANESE.replace("の", " の　"), JAPANESE.replace("大きな", "小さい")),
                new Case("en", ENGLISH, ENGLISH.replace(" ", "  \n"), ENGLISH.replace("painted", "wooden")),
                new Case("ko", KOREAN, KOREAN.replace(" ", ""), KOREAN.replace("붉은", "노란")),
                new Case(
                        "code",
                        CODE,
                        CODE.replaceAll("([;{}()=<+*/\\[\\].-])", " $1\n"),
                        CODE.replace("factor", "scale")));
        try (EvaluationIndex index = planted()) {
            for (Case each : cases) {
                String wide = wide(each.text()).toUpperCase(java.util.Locale.ROOT);
                for (String disguised : List.of(each.text(), wide, each.spaced(), each.changed())) {
                    String document = within(disguised);
                    List<Overlap> overlaps = index.overlaps(document);
                    assertThat(overlaps).as(disguised).hasSize(1);
                    Overlap overlap = overlaps.getFirst();
                    assertThat(overlap.set()).isEqualTo(each.set());
                    assertThat(overlap.item())
                            .isEqualTo(each.set() + (each.set().equals("ja") ? "-1" : "-0"));
                    assertThat(overlap.field()).isEqualTo("question");
                    boolean whole = !disguised.equals(each.changed());
                    assertThat(overlap.score())
                            .isEqualTo(whole ? 1 : overlap.score())
                            .isGreaterThanOrEqualTo(0.7);
                    String evidence = document.substring(overlap.start(), overlap.end());
                    String letters = letters(disguised);
                    assertThat(letters).contains(letters(evidence));
                    assertThat(letters(evidence).length())
                            .isGreaterThan(whole ? letters.length() - 2 : letters.length() / 2);
                }
            }
        }
    }

    @Test
    void seesThroughEncodingsEntitiesAndSignsWithoutWidth() throws Exception {
        String half = "ガラスのコップにバナナジュースとヴァイオリン型のパンを添えて出す店はどの町にあるか。";
        String accents = "Où se trouve la forêt que l'été dernier les élèves de la vallée ont traversée à pied?";
        EvaluationIndex index = index(DecontaminationSettings.of(
                List.of(set("half", half), set("accents", accents), set("en", ENGLISH), set("ko", KOREAN))));
        try (index) {
            record Case(String set, String text) {}
            for (Case each : List.of(
                    new Case(
                            "half",
                            half.replace("ガラス", "ｶﾞﾗｽ").replace("バナナ", "ﾊﾞﾅﾅ").replace("パン", "ﾊﾟﾝ")),
                    new Case("half", Normalizer.normalize(half, Normalizer.Form.NFD)),
                    new Case("half", half.replace("の", "の\u200b").replace("に", "&#x306B;")),
                    new Case("accents", Normalizer.normalize(accents, Normalizer.Form.NFD)),
                    new Case("accents", accents.replace("é", "e").replace("'", "&rsquo;")),
                    new Case("ko", Normalizer.normalize(KOREAN, Normalizer.Form.NFD)),
                    new Case("en", ENGLISH.replace("sh", "s\u00adh").replace("e", "e\u200b")),
                    new Case("en", ENGLISH.replace("painted", "pain-\nted").replace("northern", "nor-\r\nthern")))) {
                assertThat(index.overlaps(within(each.text())))
                        .as(each.text())
                        .singleElement()
                        .satisfies(overlap -> assertThat(overlap.set()).isEqualTo(each.set()))
                        .satisfies(overlap -> assertThat(overlap.score()).isEqualTo(1));
            }
        }
    }

    @Test
    void survivesAWordChangedPutInOrLeftOutAnywhereInAText() throws Exception {
        String[] words = ENGLISH.split(" ");
        try (EvaluationIndex index = planted()) {
            for (int i = 0; i < words.length; i++) {
                for (String word : List.of("else", words[i] + " else", "")) {
                    String[] changed = words.clone();
                    changed[i] = word;
                    assertThat(index.overlaps(within(String.join(" ", changed))))
                            .hasSize(1);
                }
            }
            for (int i = 0; i < JAPANESE.length(); i++) {
                for (int end : List.of(i, Math.min(i + 2, JAPANESE.length()))) {
                    String changed = JAPANESE.substring(0, i) + "ぬれ" + JAPANESE.substring(end);
                    assertThat(index.overlaps(within(changed))).hasSize(1);
                }
            }
        }
    }

    @Test
    void tellsShortTextsOnlyWhole() throws Exception {
        String text = "輪から外す糸は何本あるか";
        try (EvaluationIndex index = index(DecontaminationSettings.of(
                List.of(set("short", text, "糸は何本か"), set("few", "Which string leaves the smallest loop first?"))))) {
            assertThat(index.overlaps("問い、輪から 外す糸は、何本あるか。")).hasSize(1);
            assertThat(index.overlaps("問い、輪から外す糸は何本あるのか。")).isEmpty();
            assertThat(index.overlaps("糸は何本か。")).isEmpty();
            assertThat(index.overlaps("So: which string leaves the smallest loop first"))
                    .hasSize(1);
            assertThat(index.overlaps("So which string leaves the smallest loop last"))
                    .isEmpty();
        }
    }

    private static String letters(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }

    @Test
    void findsNothingInWhatOnlySharesAFewWords() throws Exception {
        try (EvaluationIndex index = planted()) {
            assertThat(index.overlaps("鞍馬の山では猿をよく見る。毎年十月の夜に大きな松明が売られている。")).isEmpty();
            assertThat(index.overlaps("The fishermen of the northern village carry their boats."))
                    .isEmpty();
            assertThat(index.overlaps("")).isEmpty();
        }
    }

    @Test
    void doesNotGatherATextFromAllOverALongDocument() throws Exception {
        StringBuilder scattered = new StringBuilder();
        for (int from = 0; from + 12 <= JAPANESE.length(); from += 4) {
            scattered.append(JAPANESE, from, from + 12).append("ほかのことがらをながながと述べる文がここに入る。".repeat(5));
        }
        try (EvaluationIndex index = planted()) {
            assertThat(index.overlaps(scattered.toString())).isEmpty();
        }
    }

    @Test
    void scoresAsBruteForceDoes() throws Exception {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add(random(random, 16 + random.nextInt(30)));
        }
        DecontaminationSettings settings = new DecontaminationSettings(
                List.of(set("random", texts.toArray(String[]::new))), OverlapAction.REPORT, 3, 4, 16, 0.3);
        try (EvaluationIndex index = index(settings)) {
            for (int round = 0; round < 60; round++) {
                StringBuilder document = new StringBuilder(random(random, 20));
                for (int piece = 0; piece < 4; piece++) {
                    String text = texts.get(random.nextInt(texts.size()));
                    int from = random.nextInt(text.length() / 2);
                    document.append(text, from, text.length() - random.nextInt(6))
                            .append(random(random, random.nextInt(9)));
                }
                List<String> expected = new ArrayList<>();
                for (int i = 0; i < texts.size(); i++) {
                    double best = bruteForce(document.toString(), texts.get(i), 4);
                    if (best >= 0.3) {
                        expected.add("random-" + i + " " + best);
                    }
                }
                assertThat(index.overlaps(document.toString()))
                        .extracting(overlap -> overlap.item() + " " + overlap.score())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("あいうえ".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    /** The best share of a text that its n-grams cover, over all stretches of the document. */
    private static double bruteForce(String document, String text, int length) {
        int reach = (int) (1.5 * text.length());
        int best = 0;
        for (int from = 0; from < document.length(); from++) {
            Set<String> seen = new TreeSet<>();
            for (int i = from; i <= from + reach && i + length <= document.length(); i++) {
                String gram = document.substring(i, i + length);
                seen.add(gram);
            }
            Set<Integer> covered = new TreeSet<>();
            for (int i = 0; i + length <= text.length(); i++) {
                if (seen.contains(text.substring(i, i + length))) {
                    IntStream.range(i, i + length).forEach(covered::add);
                }
            }
            best = Math.max(best, covered.size());
        }
        return (double) best / text.length();
    }

    @Test
    void readsFieldsOfNestedObjectsAndLists() throws Exception {
        Path file = folder.resolve("nested.jsonl");
        Files.writeString(file, """
                {"data": {"title": "a"}, "choices": [{"text": "one"}, {"text": "two"}]}

                {"data": {"title": "b"}, "choices": [{"text": "three"}]}
                """);
        List<EvaluationSet.Item> items = new ArrayList<>();
        new EvaluationSet("n", file.toString(), PinnedFile.at(file).sha256(), "", List.of("data.title", "choices.text"))
                .forEach(items::add);
        assertThat(items)
                .extracting(item -> item.item() + " " + item.field() + " " + item.text())
                .containsExactly(
                        "1 data.title a",
                        "1 choices.text one",
                        "1 choices.text two",
                        "3 data.title b",
                        "3 choices.text three");
    }

    @Test
    void refusesAnotherFileThanThePinnedOneAndLinesWithoutTheFields() throws Exception {
        EvaluationSet set = set("ja", JAPANESE);
        assertThatThrownBy(() ->
                        new EvaluationSet("ja", set.address(), set.sha256(), "", List.of("prompt")).forEach(item -> {}))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("prompt");
        EvaluationSet empty = set("empty");
        assertThatThrownBy(() -> empty.forEach(item -> {}))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("has no items");
        Files.writeString(Path.of(set.address()), "{}");
        assertThatThrownBy(() -> set.forEach(item -> {}))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is not what the recipe pins");
    }
}
