package dev.ayatori.tokenizer.train.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationMaximisationTest {
    private static final char[][] PIECES = {{1}, {1, 1}, {1, 2}, {1, 2, 1}, {2}, {2, 1}, {2, 2}};
    private static final double[] PROBABILITIES = {0.2, 0.05, 0.1, 0.07, 0.3, 0.15, 0.13};

    private final PieceTrie trie = PieceTrie.of(table(), 3);

    private static PieceTable table() {
        PieceTable.Builder builder = new PieceTable.Builder();
        for (int i = 0; i < PIECES.length; i++) {
            builder.add(PIECES[i], 0, PIECES[i].length, Math.log(PROBABILITIES[i]));
        }
        return builder.build();
    }

    private static char[] text(int[] symbols) {
        char[] text = new char[symbols.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) symbols[i];
        }
        return text;
    }

    @Property(tries = 300)
    void expectsWhatSummingOverAllSegmentationsGives(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 2) Integer> symbols) {
        char[] text = text(symbols.stream().mapToInt(i -> i).toArray());
        Lattice lattice = new Lattice(trie);
        lattice.load(text, 0, text.length);
        long[] counts = new long[PIECES.length];
        double logProbability = lattice.expect(PROBABILITIES, 1L << 40, counts);
        double[] expected = new double[PIECES.length];
        double total = enumerate(text, 0, 1, new int[PIECES.length], expected);
        assertThat(logProbability).isCloseTo(Math.log(total), within(1e-9));
        for (int i = 0; i < PIECES.length; i++) {
            assertThat(counts[i] * 0x1p-40).isCloseTo(expected[i] / total, within(1e-9));
        }
    }

    private static double enumerate(char[] text, int at, double probability, int[] used, double[] expected) {
        if (at == text.length) {
            for (int i = 0; i < used.length; i++) {
                expected[i] += used[i] * probability;
            }
            return probability;
        }
        double total = 0;
        for (int i = 0; i < PIECES.length; i++) {
            int end = at + PIECES[i].length;
            if (end <= text.length && java.util.Arrays.equals(text, at, end, PIECES[i], 0, PIECES[i].length)) {
                used[i]++;
                total += enumerate(text, end, probability * PROBABILITIES[i], used, expected);
                used[i]--;
            }
        }
        return total;
    }

    @Test
    void keepsItsPrecisionOnSegmentsOfTinyProbability() {
        char[] text = text(new Random(3).ints(1000, 1, 3).toArray());
        double[] tiny = new double[PIECES.length];
        for (int i = 0; i < tiny.length; i++) {
            tiny[i] = PROBABILITIES[i] * StrictMath.pow(2, -40 * PIECES[i].length);
        }
        long[] counts = new long[PIECES.length];
        long[] tinyCounts = new long[PIECES.length];
        Lattice lattice = new Lattice(trie);
        lattice.load(text, 0, text.length);
        double log = lattice.expect(PROBABILITIES, 1 << 20, counts);
        double tinyLog = lattice.expect(tiny, 1 << 20, tinyCounts);
        assertThat(tinyCounts).isEqualTo(counts);
        assertThat(tinyLog).isCloseTo(log - 40_000 * Math.log(2), within(1e-6));
    }

    @Test
    void makesTheTextLikelierRoundByRound(@TempDir Path folder) throws InterruptedException {
        Random random = new Random(9);
        String[] stems = {"return", "turn", "value", "valu", "re", "ing", "field", "class"};
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            words.add(stems[random.nextInt(8)] + stems[random.nextInt(8)]);
        }
        CodedText text = Texts.coded(folder, words);
        try (Chunks chunks = new Chunks(2)) {
            PieceTable pieces = new SeedPieces(text.table(), text.alphabet(), SegmentRules.defaults(), 16, 1 << 16)
                    .seeds(5000, chunks);
            var maximisation =
                    new ExpectationMaximisation(text.table(), text.alphabet().size(), chunks);
            double previous = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 5; i++) {
                ExpectationMaximisation.Round round = maximisation.round(pieces);
                assertThat(round.logLikelihood()).isGreaterThan(previous);
                previous = round.logLikelihood();
                pieces = round.pieces();
            }
        }
    }

    @Test
    void knowsTheDigammaFunction() {
        assertThat(Digamma.of(1)).isCloseTo(-0.5772156649015329, within(1e-13));
        assertThat(Digamma.of(0.5)).isCloseTo(-1.9635100260214235, within(1e-13));
        assertThat(Digamma.of(1000)).isCloseTo(6.907255195648812, within(1e-12));
    }
}
