package dev.ayatori.corpus.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.mix.MixSettings.Unit;
import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MixerTest {
    /** Documents have 20 to 400 tokens, so the smallest of those left are smaller than this. */
    private static final long GAP = 120;

    private static final String[] LANGUAGES = {"ja", "en", "code", "fr"};

    private static Document document(int number, String language, double compression) {
        String id = Document.idOf("test:" + number);
        var attributes = new TreeMap<>(Map.of("compression", Double.toString(compression)));
        return new Document(id, "", "test:" + number, "web", "CC0-1.0", "", language, attributes);
    }

    private static MixPart part(String language, long budget, int repeat) {
        return new MixPart(language, List.of(), List.of(language), Map.of(), budget, repeat);
    }

    private static MixSettings settings(long total, int folds, Map<String, String> refined, MixPart... parts) {
        return new MixSettings(Unit.TOKENS, total, List.of(parts), folds, refined, 7);
    }

    private static Mix mix(MixSettings settings, List<Document> documents, int[] sizes) {
        Mixer mixer = new Mixer(settings);
        for (int i = 0; i < sizes.length; i++) {
            mixer.add(documents.get(i), sizes[i]);
        }
        return mixer.mix();
    }

    /** Two documents of French, one of each other language, and so on. */
    private static List<Document> documents(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> document(number, LANGUAGES[number % 4], (number % 10) / 10.0))
                .toList();
    }

    private static int[] sizes(int count, long seed) {
        return new Random(seed).ints(count, 20, 400).toArray();
    }

    private static long units(List<Document> documents, int[] sizes, String language) {
        return IntStream.range(0, sizes.length)
                .filter(i -> documents.get(i).language().equals(language))
                .mapToLong(i -> sizes[i])
                .sum();
    }

    @Test
    void takesOnlyWhatWasMeasuredWithinThePartsBounds() {
        List<Document> documents = documents(400);
        int[] sizes = sizes(400, 3);
        MixPart smooth = new MixPart("smooth", List.of(), List.of(), Map.of("compression", "<= 0.3"), 20_000, 1);
        MixPart unmeasured = new MixPart("none", List.of(), List.of(), Map.of("perplexity", ">= 0"), 1, 1);
        MixSettings settings = settings(0, 1, Map.of(), unmeasured, smooth);
        assertThat(IntStream.range(0, 400).map(i -> settings.partOf(documents.get(i))))
                .containsOnly(-1, 1)
                .element(4)
                .isEqualTo(-1);
        assertThat(mix(settings(0, 1, Map.of(), smooth), documents, sizes)
                        .report()
                        .parts()
                        .getLast()
                        .filled())
                .isBetween(20_000 - GAP, 20_000L);
        assertThatThrownBy(() -> new MixPart("x", List.of(), List.of(), Map.of("a", "few"), 1, 1))
                .hasMessageContaining("few");
    }

    @Property(tries = 60)
    void fillsEveryFoldToItsBudgetAndEveryCountAddsUp(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 11) int folds) {
        List<Document> documents = documents(4000);
        int[] sizes = sizes(4000, seed);
        long ja = units(documents, sizes, "ja") / 2;
        long en = units(documents, sizes, "en") * 5 / 2;
        Mix mix = mix(settings(0, folds, Map.of(), part("ja", ja, 1), part("en", en, 3)), documents, sizes);
        MixReport report = mix.report();
        for (MixReport.Part part : report.parts()) {
            assertThat(part.filled()).isBetween(part.budget() - folds * GAP, part.budget());
            assertThat(part.folds())
                    .hasSize(folds)
                    .allSatisfy((fold, amount) -> assertThat(amount.units())
                            .isBetween(part.budget() / folds - GAP, part.budget() / folds + 1));
            assertThat(part.taken().units() + part.leftOut().units())
                    .isEqualTo(part.available().units());
            assertThat(part.folds().values().stream()
                            .mapToLong(MixReport.Amount::units)
                            .sum())
                    .isEqualTo(part.filled());
        }
        assertThat(report.parts().get(0).repeated()).isEqualTo(MixReport.Amount.NONE);
        long inParts = report.parts().stream()
                .mapToLong(part -> part.available().documents())
                .sum();
        assertThat(report.documents().documents()).isEqualTo(4000);
        assertThat(report.outside().documents() + inParts).isEqualTo(4000);
        for (int i = 0; i < 4000; i++) {
            int most = i % 4 == 0 ? 1 : i % 4 == 1 ? 3 : 0;
            assertThat(mix.copies(i)).isBetween(0, most);
        }
    }

    @Test
    void repeatsADocumentOnlyWhenAllOthersWereReadAsOften() {
        List<Document> documents = documents(800);
        int[] sizes = sizes(800, 3);
        Mix mix =
                mix(settings(0, 1, Map.of(), part("ja", units(documents, sizes, "ja") * 12 / 10, 2)), documents, sizes);
        long once = IntStream.range(0, 800)
                .filter(i -> i % 4 == 0 && mix.copies(i) == 1)
                .count();
        assertThat(IntStream.range(0, 200).map(i -> mix.copies(4 * i))).allMatch(copies -> copies == 1 || copies == 2);
        assertThat(once).isBetween(100L, 190L);
    }

    @Test
    void sharesATotalByWeights() {
        List<Document> documents = documents(4000);
        int[] sizes = sizes(4000, 5);
        Mix mix = mix(
                settings(30_000, 1, Map.of(), part("ja", 145, 1), part("en", 145, 1), part("code", 10, 1)),
                documents,
                sizes);
        assertThat(mix.report().parts().stream().map(MixReport.Part::budget)).containsExactly(14_500L, 14_500L, 1_000L);
    }

    @Test
    void putsOnlyDocumentsWithinTheBoundsIntoTheRefinedFold() {
        List<Document> documents = documents(4000);
        int[] sizes = sizes(4000, 5);
        MixSettings settings = settings(
                0,
                10,
                Map.of("compression", "0.3 .. 0.7", "unmeasured", ">= 1"),
                part("ja", units(documents, sizes, "ja") / 2, 1));
        Mix mix = mix(settings, documents, sizes);
        assertThat(settings.foldNames()).hasSize(11).endsWith("10", "refined");
        List<String> refined = IntStream.range(0, 4000)
                .filter(i -> mix.copies(i) > 0 && mix.fold(i).equals("refined"))
                .mapToObj(i -> documents.get(i).attribute("compression"))
                .distinct()
                .sorted()
                .toList();
        assertThat(refined).containsExactly("0.4", "0.6"); // Japanese ones have even digits
    }

    @Test
    void decidesByIdsAndNotByTheOrderOfOtherDocuments() {
        List<Document> documents = documents(2000);
        int[] sizes = sizes(2000, 9);
        MixSettings settings = settings(0, 4, Map.of(), part("ja", units(documents, sizes, "ja") / 3, 1));
        Mix mix = mix(settings, documents, sizes);
        List<Integer> turned = new ArrayList<>(IntStream.range(0, 2000).boxed().toList()).reversed();
        Mix again = mix(
                settings,
                turned.stream().map(documents::get).toList(),
                turned.stream().mapToInt(i -> sizes[i]).toArray());
        for (int i = 0; i < 2000; i++) {
            assertThat(again.copies(1999 - i)).isEqualTo(mix.copies(i));
            assertThat(again.copies(1999 - i) == 0 ? "" : again.fold(1999 - i))
                    .isEqualTo(mix.copies(i) == 0 ? "" : mix.fold(i));
        }
    }

    @Test
    void refusesABudgetThatItsDocumentsCannotFill() {
        List<Document> documents = documents(400);
        int[] sizes = new int[400];
        Arrays.fill(sizes, 100);
        assertThatThrownBy(() -> mix(settings(0, 1, Map.of(), part("ja", 50_000, 2)), documents, sizes))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("fold 01 of part \"ja\" needs 50,000 tokens, but only 20,000 could be filled")
                .hasMessageContaining("100 documents with 10,000 tokens may stand there, and repeat is 2")
                .hasMessageContaining("raise repeat");
    }

    @Test
    void tellsWhatAPartWithoutAnyDocumentWanted() {
        assertThatThrownBy(() -> mix(settings(0, 1, Map.of(), part("jp", 100, 1)), documents(4), sizes(4, 1)))
                .hasMessage(
                        "no training document belongs to part \"jp\" of the mix, which takes languages [jp]; there are"
                                + " collections [web] and languages [code, en, fr, ja]");
    }

    @Test
    void tellsThatDocumentsAreTooLongForTheirFold() {
        int[] sizes = {900, 900, 900};
        List<Document> documents = IntStream.range(0, 3)
                .mapToObj(number -> document(number, "ja", 0))
                .toList();
        assertThatThrownBy(() -> mix(settings(0, 3, Map.of(), part("ja", 2400, 1)), documents, sizes))
                .hasMessageContaining("only 0 could be filled")
                .hasMessageContaining("The smallest left out has 900: have fewer folds, or a larger budget");
        assertThat(mix(settings(0, 3, Map.of(), part("ja", 2700, 1)), documents, sizes)
                        .report()
                        .parts()
                        .getFirst()
                        .filled())
                .isEqualTo(2700);
    }

    @Test
    void tellsThatNoDocumentIsRefinedEnough() {
        List<Document> documents = documents(400);
        int[] sizes = sizes(400, 1);
        assertThatThrownBy(() ->
                        mix(settings(0, 1, Map.of("compression", ">= 2"), part("ja", 12_000, 1)), documents, sizes))
                .hasMessageContaining(
                        "fold refined of part \"ja\" needs 6,000 tokens, but only 0 could be filled:" + " 0 documents");
    }

    @Test
    void refusesADocumentOfTwoParts() {
        MixPart all = new MixPart("all", List.of("web"), List.of(), Map.of(), 100, 1);
        assertThatThrownBy(() -> mix(settings(0, 1, Map.of(), part("ja", 100, 1), all), documents(4), sizes(4, 1)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("(test:0, language \"ja\") belongs to parts \"ja\" and \"all\" of the mix");
    }

    @Test
    void sharesEveryUnitOfATotalAlsoWhenWeightsDoNotDivideIt() {
        MixSettings settings = settings(
                999_999_999_999_999L,
                7,
                Map.of("compression", ">= 0"),
                part("ja", 145_000_000_000_001L, 1),
                part("en", 30_000_000, 1),
                part("code", 1_000_000_000_000_000L, 1),
                part("fr", 77_777_777_777_777L, 1));
        assertThat(Arrays.stream(settings.budgets())
                        .mapToLong(folds -> Arrays.stream(folds).sum())
                        .sum())
                .isEqualTo(999_999_999_999_999L);
        for (long[] folds : settings.budgets()) {
            assertThat(Arrays.stream(folds).max().orElse(0)
                            - Arrays.stream(folds).min().orElse(0))
                    .isBetween(0L, 1L);
        }
    }

    @Test
    void refusesPartsThatCannotBe() {
        assertThatThrownBy(() -> part("ja", 0, 1)).hasMessageContaining("budget of part \"ja\" must be between 1");
        assertThatThrownBy(() -> part("ja", Long.MAX_VALUE, 1)).hasMessageContaining("and 1000000000000000");
        assertThatThrownBy(() -> settings(0, 10, Map.of("kuten", ">= 1"), part("ja", 10, 1)))
                .hasMessageContaining("part \"ja\" is 10 over all folds, which is less than one for each");
        assertThatThrownBy(() -> part("ja", 1, 0))
                .hasMessageContaining("repeat of part \"ja\" must be between 1 and 100");
        assertThatThrownBy(() -> settings(0, 0, Map.of(), part("ja", 1, 1))).hasMessageContaining("folds must be");
        assertThatThrownBy(() -> settings(0, 1, Map.of(), part("ja", 1, 1), part("ja", 1, 1)))
                .hasMessageContaining("parts has \"ja\" twice");
        assertThatThrownBy(() -> settings(0, 1, Map.of("kuten", "few"), part("ja", 1, 1)))
                .hasMessageContaining("bounds must be written as");
    }
}
