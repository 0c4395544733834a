package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingPlanTest {
    @TempDir
    Path folder;

    private static void withFile(List<Integer> lengths, Consumer<TokenFile> test) throws IOException {
        Path folder = Files.createTempDirectory("packing");
        try {
            int next = 0;
            try (TokenFileWriter writer = new TokenFileWriter(folder.resolve("train"), TokenType.I32)) {
                for (int length : lengths) {
                    writer.write(IntStream.range(next, next + length).toArray());
                    next += length;
                }
            }
            try (TokenFile file = TokenFile.open(folder.resolve("train"))) {
                test.accept(file);
            }
        } finally {
            for (String name : List.of("train.bin", "train.idx", "train.packing", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    @Property(tries = 150)
    void putsEveryTokenIntoOneSequenceAndCutsOnlyLongDocuments(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 30) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 20) int capacity)
            throws IOException {
        withFile(lengths, file -> {
            PackingPlan plan = PackingPlan.of(file, capacity);
            int[] seen = new int[(int) file.tokens()];
            List<Integer> filled = new ArrayList<>();
            int pieces = 0;
            for (int sequence = 0; sequence < plan.sequences(); sequence++) {
                int[] tokens = plan.tokens(file, sequence);
                assertThat(tokens.length).isBetween(1, capacity);
                Arrays.stream(tokens).forEach(token -> seen[token]++);
                filled.add(tokens.length);
                pieces += plan.pieces(sequence);
            }
            assertThat(seen).containsOnly(1);
            assertThat(pieces)
                    .isEqualTo(lengths.stream()
                            .mapToInt(length -> Math.ceilDiv(length, capacity))
                            .sum());
            assertThat(filled).isEqualTo(naive(lengths, capacity));
        });
    }

    /** Tokens of each sequence by best fit, searched through from the first to the last. */
    private static List<Integer> naive(List<Integer> lengths, int capacity) {
        List<Integer> pieces = new ArrayList<>();
        for (int length : lengths) {
            for (int left = length; left > 0; left -= capacity) {
                pieces.add(Math.min(left, capacity));
            }
        }
        pieces.sort(Comparator.reverseOrder());
        List<Integer> filled = new ArrayList<>();
        List<Integer> touched = new ArrayList<>();
        int time = 0;
        for (int piece : pieces) {
            int best = -1;
            for (int i = 0; i < filled.size(); i++) {
                boolean fits = filled.get(i) + piece <= capacity;
                if (fits
                        && (best < 0
                                || filled.get(i) > filled.get(best)
                                || filled.get(i).equals(filled.get(best)) && touched.get(i) > touched.get(best))) {
                    best = i;
                }
            }
            if (best < 0) {
                filled.add(piece);
                touched.add(time++);
            } else {
                filled.set(best, filled.get(best) + piece);
                touched.set(best, time++);
            }
        }
        return filled;
    }

    @Test
    void readsBackAPlanAndRefusesADamagedOne() throws IOException {
        Path path = folder.resolve("train.packing");
        withFile(List.of(7, 3, 12, 5, 5, 1), file -> {
            PackingPlan plan = PackingPlan.of(file, 8);
            plan.write(path);
            PackingPlan again = PackingFile.read(path);
            assertThat(again.sequences()).isEqualTo(plan.sequences());
            for (int sequence = 0; sequence < plan.sequences(); sequence++) {
                assertThat(again.tokens(file, sequence)).isEqualTo(plan.tokens(file, sequence));
            }
        });
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> PackingFile.read(path))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("damaged");
        Files.write(path, new byte[64]);
        assertThatThrownBy(() -> PackingFile.read(path)).hasMessageContaining("no packing plan of version 1");
    }
}
