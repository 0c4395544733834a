package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Place;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOrderTest {
    @TempDir
    private Path folder;

    @Property(tries = 300)
    void shufflesAndFindsBackEveryNumber(@ForAll long seed, @ForAll @LongRange(min = 1, max = 3000) long size) {
        Permutation permutation = Permutation.of(seed, 3, size);
        long[] shuffled = LongStream.range(0, size).map(permutation::at).toArray();
        assertThat(LongStream.of(shuffled).sorted().toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
        assertThat(LongStream.of(shuffled).map(permutation::indexOf).toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
    }

    @Property(tries = 300)
    void namesTheStepsThatReadASequenceAsReadingThemAllDoes(@ForAll("orders") TrainingOrder order) {
        Map<Place, TreeMap<Integer, Integer>> read = new HashMap<>();
        for (int step = 0; step < order.steps(); step++) {
            for (int position = 0; position < order.sequencesPerStep(); position++) {
                read.computeIfAbsent(order.at(step, position), place -> new TreeMap<>())
                        .merge(step, 1, Integer::sum);
            }
        }
        for (Source source :
                order.folds().stream().flatMap(fold -> fold.sources().stream()).toList()) {
            for (long sequence = 0; sequence < source.sequences(); sequence++) {
                int[] expected =
                        read.getOrDefault(new Place(source.file(), sequence), new TreeMap<>()).keySet().stream()
                                .mapToInt(step -> step)
                                .toArray();
                assertThat(order.stepsReading(source.file(), new long[] {sequence}))
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = 300)
    void readsTheSequencesOfAFileEquallyOftenUpToOnce(@ForAll("orders") TrainingOrder order) {
        TrainingOrder whole = new TrainingOrder(
                order.seed(),
                1,
                order.folds().stream()
                        .map(fold -> new Fold((int) fold.round() * 3, fold.sources()))
                        .toList());
        Map<Place, Long> times =
                all(whole).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (Fold fold : whole.folds()) {
            for (Source source : fold.sources()) {
                List<Long> counts = LongStream.range(0, source.sequences())
                        .mapToObj(sequence -> times.getOrDefault(new Place(source.file(), sequence), 0L))
                        .toList();
                long least = counts.stream().mapToLong(count -> count).min().orElseThrow();
                assertThat(counts).allSatisfy(count -> assertThat(count).isBetween(least, least + 1));
            }
        }
    }

    @Provide
    Arbitrary<TrainingOrder> orders() {
        Arbitrary<List<Long>> sizes = Arbitraries.longs().between(1, 30).list().ofSize(3);
        Arbitrary<Long> draws = Arbitraries.longs().between(0, 60);
        Arbitrary<Map.Entry<Integer, List<Long>>> fold = Combinators.combine(
                        Arbitraries.integers().between(0, 25), draws.list().ofSize(3))
                .as(Map::entry);
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 7),
                        sizes,
                        fold.list().ofMinSize(1).ofMaxSize(3))
                .as((seed, perStep, files, folds) -> new TrainingOrder(
                        seed,
                        perStep,
                        folds.stream().map(each -> fold(each, files)).toList()));
    }

    private static Fold fold(Map.Entry<Integer, List<Long>> stepsAndDraws, List<Long> sizes) {
        List<Source> sources = new ArrayList<>();
        for (int file = 0; file < sizes.size(); file++) {
            long draws = stepsAndDraws.getValue().get(file);
            if (draws > 0) {
                sources.add(new Source("train-" + file, sizes.get(file), draws));
            }
        }
        return new Fold(
                stepsAndDraws.getKey(),
                sources.isEmpty() ? List.of(new Source("train-0", sizes.getFirst(), 1)) : sources);
    }

    private static List<Place> all(TrainingOrder order) {
        return IntStream.range(0, order.steps())
                .boxed()
                .flatMap(step -> IntStream.range(0, order.sequencesPerStep()).mapToObj(at -> order.at(step, at)))
                .toList();
    }

    @Test
    void readsEverySequenceOnceInARoundAndInAnotherOrderInTheNext() {
        TrainingOrder order = TrainingOrder.ofOneFile(7, 25, 8, new Source("train", 100, 100));
        long[] all = all(order).stream().mapToLong(Place::sequence).toArray();
        long[] first = LongStream.of(all).limit(100).toArray();
        long[] second = LongStream.of(all).skip(100).toArray();
        assertThat(LongStream.of(first).sorted().toArray())
                .isEqualTo(LongStream.range(0, 100).toArray());
        assertThat(LongStream.of(second).sorted().toArray())
                .isEqualTo(LongStream.range(0, 100).toArray());
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void drawsEachSourceAsOftenAsARoundSaysAndFoldsOneAfterTheOther() {
        Source japanese = new Source("train-ja", 100, 50);
        Source code = new Source("train-code", 10, 30);
        TrainingOrder order = new TrainingOrder(
                1,
                4,
                List.of(
                        new Fold(20, List.of(japanese, code)),
                        new Fold(25, List.of(new Source("train-ja", 100, 100)))));

        List<Place> all = all(order);

        assertThat(all.subList(0, 80))
                .filteredOn(place -> place.file().equals("train-ja"))
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(all.subList(0, 80))
                .filteredOn(place -> place.equals(new Place("train-code", 7)))
                .hasSize(3);
        assertThat(all.subList(80, 180)).allMatch(place -> place.file().equals("train-ja"));
        assertThat(order.at(20, 0)).isEqualTo(all.get(80));
    }

    @Test
    void readsTheOtherHalfOfAFileInTheNextFold() {
        Fold half = new Fold(5, List.of(new Source("train", 20, 10)));
        assertThat(all(new TrainingOrder(3, 2, List.of(half, half))))
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void readsTheSameWhateverFoldsComeLater() {
        Source source = new Source("train", 1000, 700);
        TrainingOrder shorter = new TrainingOrder(5, 8, List.of(new Fold(30, List.of(source))));
        TrainingOrder longer =
                new TrainingOrder(5, 8, List.of(new Fold(90, List.of(source)), new Fold(9, List.of(source))));
        assertThat(all(longer)).startsWith(all(shorter).toArray(Place[]::new));
    }

    @Test
    void keepsTheOrderItOnceGave() {
        TrainingOrder order = TrainingOrder.ofOneFile(1, 4, 10, new Source("train", 100_000_000, 100_000_000));
        assertThat(IntStream.range(0, 4)
                        .mapToLong(i -> order.at(0, i).sequence())
                        .toArray())
                .containsExactly(29_264_969L, 46_408_139L, 64_325_093L, 74_887_886L);
    }

    @Test
    void keepsItsOrderInAFileAndReadsThoseOfTheFirstVersion() throws IOException {
        Path file = folder.resolve("order.json");
        ReadingOrder order = ReadingOrder.of(
                Packing.BEST_FIT,
                8,
                new TrainingOrder(2, 3, List.of(new Fold(4, List.of(new Source("train-a", 5, 6))))));
        order.write(file);
        assertThat(ReadingOrder.read(file)).isEqualTo(order);
        order.without(List.of(new Steps(2, 3))).write(file);
        assertThat(ReadingOrder.read(file).unlearned()).containsExactly(new Steps(2, 3));

        Files.writeString(
                file,
                Json.line(order)
                        .replace("\"formatVersion\":3", "\"formatVersion\":2")
                        .replace(",\"unlearned\":[]", ""));
        assertThat(ReadingOrder.read(file)).isEqualTo(order);

        Files.writeString(file, "{\"seed\":7,\"tokens\":1001,\"context\":10,\"sequencesPerStep\":25,\"steps\":8}");
        assertThat(ReadingOrder.read(file))
                .isEqualTo(ReadingOrder.of(
                        Packing.WINDOWS, 10, TrainingOrder.ofOneFile(7, 25, 8, new Source("train", 100, 100))));

        Files.writeString(file, "{\"formatVersion\":4}");
        assertThatThrownBy(() -> ReadingOrder.read(file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("format version 4, but this program reads 1 to 3");
    }

    @Test
    void leavesOutStepsThatTaughtNothing() {
        ReadingOrder order =
                ReadingOrder.of(Packing.WINDOWS, 8, TrainingOrder.ofOneFile(1, 2, 10, new Source("train", 4, 4)));
        long[] all = {0, 1, 2, 3};
        assertThat(order.stepsTeaching("train", all)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(order.without(List.of(new Steps(1, 2), new Steps(7, 7))).stepsTeaching("train", all))
                .containsExactly(2, 3, 4, 5, 7, 8, 9);
        assertThat(new Steps(8, 9).after(List.of(new Steps(1, 2), new Steps(7, 7))))
                .containsExactly(new Steps(1, 2), new Steps(7, 9));
        assertThat(new Steps(3, 3).after(List.of())).containsExactly(new Steps(3, 3));
    }

    @Test
    void refusesAStepBeyondTheEnd() {
        TrainingOrder order = TrainingOrder.ofOneFile(1, 4, 10, new Source("train", 9, 9));
        assertThatThrownBy(() -> order.at(10, 0)).hasMessageContaining("step must be between 0 and 9, but is 10");
        assertThatThrownBy(() -> order.at(0, 4)).hasMessageContaining("position must be between 0 and 3, but is 4");
    }
}
