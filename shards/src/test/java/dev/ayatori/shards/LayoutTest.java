package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Property(tries = 100)
    void findsBackTheSequencesThatHoldADocument(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 25) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 12) int context)
            throws IOException {
        withFile(lengths, file -> {
            PackingPlan plan = PackingPlan.of(file, context + 1);
            finds(plan, file);
            if (file.tokens() > context) {
                finds(new Windows(file.tokens(), context), file);
            }
        });
    }

    /** Tokens are numbered, so each tells where it stands. */
    private static void finds(Layout layout, TokenFile file) {
        for (int document = 0; document < file.documents(); document++) {
            long first = file.documentStart(document);
            long end = file.documentStart(document + 1);
            long[] expected = LongStream.range(0, layout.sequences())
                    .filter(sequence -> Arrays.stream(layout.tokens(file, sequence))
                            .anyMatch(token -> token >= first && token < end))
                    .toArray();
            assertThat(layout.sequencesHolding(first, end)).isEqualTo(expected);
        }
        for (long sequence = 0; sequence < layout.sequences(); sequence++) {
            int[] tokens = layout.tokens(file, sequence);
            int[] expected = IntStream.of(tokens)
                    .map(file::documentAt)
                    .boxed()
                    .collect(Collectors.groupingBy(document -> document, TreeMap::new, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToInt(Long::intValue)
                    .toArray();
            assertThat(layout.documents(file, sequence)).isEqualTo(expected);
        }
    }

    @Test
    void holdsNothingInNoTokens() throws IOException {
        withFile(List.of(9, 4), file -> {
            assertThat(new Windows(13, 4).sequencesHolding(5, 5)).isEmpty();
            assertThat(PackingPlan.of(file, 5).sequencesHolding(5, 5)).isEmpty();
            assertThatThrownBy(() -> PackingPlan.of(file, 5).sequencesHolding(5, 14))
                    .hasMessageContaining("a range of tokens must lie between 0 and 13, but is from 5 to 14");
        });
    }

    @Test
    void refusesAFileTooShortForOneWindow() {
        assertThatThrownBy(() -> new Windows(64, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least context + 1 = 65")
                .hasMessageContaining("but are 64");
    }

    interface Check {
        void on(TokenFile file);
    }

    private static void withFile(List<Integer> lengths, Check test) throws IOException {
        Path folder = Files.createTempDirectory("layout");
        try {
            int next = 0;
            try (TokenFileWriter writer = new TokenFileWriter(folder.resolve("train"), TokenType.I32)) {
                for (int length : lengths) {
                    writer.write(IntStream.range(next, next + length).toArray());
                    next += length;
                }
            }
            try (TokenFile file = TokenFile.open(folder.resolve("train"))) {
                test.on(file);
            }
        } finally {
            for (String name : List.of("train.bin", "train.idx", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }
}
