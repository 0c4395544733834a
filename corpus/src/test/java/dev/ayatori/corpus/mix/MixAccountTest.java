package dev.ayatori.corpus.mix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.mix.MixSettings.Unit;
import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Mixes of any documents, whose account is made again by hand. */
class MixAccountTest {
    private static final String[] LANGUAGES = {"ja", "en"};

    private static final Map<String, String> REFINED = Map.of("compression", "<= 0.5");

    /** A document, its size, and how often it is read in which fold. */
    private record Read(Document document, int size, int copies, String fold) {
        boolean refined() {
            return Double.parseDouble(document.attribute("compression")) <= 0.5;
        }

        boolean mayStand(String in) {
            return refined() || !in.equals("refined");
        }
    }

    /** Many of one word, some of none, few that are longer than all others together. */
    private static int size(Random random) {
        double exponent = random.nextDouble() * random.nextDouble() * 12;
        return random.nextInt(20) == 0 ? 0 : (int) Math.exp(exponent);
    }

    private static List<Map.Entry<Document, Integer>> documents(int count, Random random) {
        List<Map.Entry<Document, Integer>> documents = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            var attributes = new TreeMap<>(Map.of("compression", Double.toString(random.nextInt(10) / 10.0)));
            String uri = "test:" + random.nextLong();
            documents.add(Map.entry(
                    new Document(Document.idOf(uri), "", uri, "web", "CC0-1.0", "", LANGUAGES[number % 2], attributes),
                    size(random)));
        }
        return documents;
    }

    private static Mix mix(MixSettings settings, List<Map.Entry<Document, Integer>> documents) {
        Mixer mixer = new Mixer(settings);
        documents.forEach(each -> mixer.add(each.getKey(), each.getValue()));
        return mixer.mix();
    }

    private static List<Read> read(Mix mix, List<Map.Entry<Document, Integer>> documents) {
        return IntStream.range(0, documents.size())
                .mapToObj(number -> new Read(
                        documents.get(number).getKey(),
                        documents.get(number).getValue(),
                        mix.copies(number),
                        mix.copies(number) == 0 ? "" : mix.fold(number)))
                .toList();
    }

    private static long units(List<Map.Entry<Document, Integer>> documents, String language) {
        return documents.stream()
                .filter(each -> each.getKey().language().equals(language))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static MixPart part(String language, long budget, int repeat) {
        return new MixPart(language, List.of(), List.of(language), Map.of(), budget, repeat);
    }

    @Property(tries = 300)
    void aMixIsFullOrRefusedAndItsAccountAddsUp(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 12) int folds,
            @ForAll @IntRange(min = 1, max = 4) int repeat,
            @ForAll boolean refined,
            @ForAll @IntRange(min = 5, max = 120) int percentOfAll) {
        Random random = new Random(seed);
        var documents = documents(3 + random.nextInt(3000), random);
        long budget = Math.max(folds + 1, units(documents, "ja") * percentOfAll / 100);
        MixSettings settings = new MixSettings(
                random.nextBoolean() ? Unit.TOKENS : Unit.BYTES,
                0,
                List.of(part("ja", budget, repeat), part("en", Math.max(folds + 1, units(documents, "en") / 2), 1)),
                folds,
                refined ? REFINED : Map.of(),
                seed);
        Mix mix;
        try {
            mix = mix(settings, documents);
        } catch (AyatoriException e) {
            assertThat(e).hasMessageContaining("part \"");
            return;
        }
        List<Read> read = read(mix, documents);
        for (int part = 0; part < 2; part++) {
            String language = LANGUAGES[part];
            account(
                    mix.report().parts().get(part),
                    settings,
                    settings.budgets()[part],
                    read.stream()
                            .filter(each -> each.document().language().equals(language))
                            .toList());
        }
        assertThat(mix.report().documents().documents()).isEqualTo(documents.size());
        assertThat(mix.report().outside()).isEqualTo(MixReport.Amount.NONE);
    }

    private static void account(MixReport.Part part, MixSettings settings, long[] budgets, List<Read> read) {
        int repeat = settings.parts().stream()
                .filter(each -> each.name().equals(part.name()))
                .mapToInt(MixPart::repeat)
                .sum();
        Map<String, Long> filled = new HashMap<>();
        for (Read each : read) {
            assertThat(each.copies()).isBetween(0, repeat);
            assertThat(each.fold().equals("refined") && !each.refined()).isFalse();
            filled.merge(each.fold(), (long) each.copies() * each.size(), Long::sum);
        }
        assertThat(part.available()).isEqualTo(amount(read));
        assertThat(part.taken().plus(part.leftOut().documents(), part.leftOut().units()))
                .isEqualTo(part.available());
        assertThat(part.filled())
                .isEqualTo(read.stream()
                        .mapToLong(each -> (long) each.copies() * each.size())
                        .sum());
        for (int fold = 0; fold < budgets.length; fold++) {
            String name = settings.foldNames().get(fold);
            long units = filled.getOrDefault(name, 0L);
            assertThat(part.folds()).containsEntry(name, new MixReport.Amount(copies(read, name), units));
            assertThat(units).isLessThanOrEqualTo(budgets[fold]);
            lacksLessThanTheSmallestLeftOut(read, name, budgets[fold] - units, repeat);
        }
    }

    private static MixReport.Amount amount(List<Read> read) {
        return new MixReport.Amount(
                read.size(), read.stream().mapToLong(Read::size).sum());
    }

    private static long copies(List<Read> read, String fold) {
        return read.stream()
                .filter(each -> each.fold().equals(fold))
                .mapToLong(Read::copies)
                .sum();
    }

    /** Where none is left out, all were read, and no copy of the next time has room where some were repeated. */
    private static void lacksLessThanTheSmallestLeftOut(List<Read> read, String fold, long lacks, int repeat) {
        assertThat(read)
                .filteredOn(each -> each.copies() == 0 && each.mayStand(fold))
                .allSatisfy(each -> assertThat((long) each.size()).isGreaterThan(lacks));
        int most = read.stream()
                .filter(each -> each.fold().equals(fold))
                .mapToInt(Read::copies)
                .max()
                .orElse(0);
        assertThat(read)
                .filteredOn(
                        each -> most > 1 && each.fold().equals(fold) && each.copies() == most - 1 && each.size() > 0)
                .allSatisfy(each -> assertThat((long) each.size()).isGreaterThan(lacks));
    }

    @Property(tries = 100)
    void anyOrderOfDocumentsGivesTheSameMix(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 9) int folds) {
        Random random = new Random(seed);
        var documents = documents(500 + random.nextInt(1000), random);
        MixSettings settings = new MixSettings(
                Unit.TOKENS,
                0,
                List.of(part("ja", Math.max(folds + 1, units(documents, "ja") * 8 / 10), 2)),
                folds,
                REFINED,
                seed);
        var shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        assertThat(placesOrRefusal(settings, shuffled)).isEqualTo(placesOrRefusal(settings, documents));
    }

    private static Map<String, String> placesOrRefusal(
            MixSettings settings, List<Map.Entry<Document, Integer>> documents) {
        Map<String, String> places = new TreeMap<>();
        try {
            read(mix(settings, documents), documents)
                    .forEach(each -> places.put(each.document().id(), each.copies() + " in " + each.fold()));
        } catch (AyatoriException e) {
            places.put("refused", e.getMessage());
        }
        return places;
    }
}
