package dev.ayatori.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

public class MinHashTest {
    private static final String LETTERS = "あいうえおかきくけこさしすせそ糸綾取紐形橋川山田林abcdefghij ";

    public static String text(Random random, int length) {
        var out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return out.toString();
    }

    /** Replaces a share of the characters, each by a random one. */
    public static String changed(Random random, String text, double share) {
        var out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (random.nextDouble() < share) {
                out.setCharAt(i, LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return out.toString();
    }

    static Set<String> shingles(String text, int length) {
        Set<String> set = new HashSet<>();
        for (int i = 0; i + length <= text.length(); i++) {
            set.add(text.substring(i, i + length));
        }
        return set;
    }

    public static double bruteForceJaccard(String left, String right) {
        Set<String> common = shingles(left, 5);
        Set<String> all = new HashSet<>(common);
        common.retainAll(shingles(right, 5));
        all.addAll(shingles(right, 5));
        return common.size() / (double) all.size();
    }

    @Test
    void shingleSetsGiveTheJaccardOfBruteForce() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            String text = text(random, 400);
            String other = changed(random, text, i / 100.0);
            assertThat(Shingles.jaccard(Shingles.set(text, 5), Shingles.set(other, 5)))
                    .isEqualTo(bruteForceJaccard(text, other));
        }
    }

    @Test
    void estimatesLieAroundTheJaccardOfBruteForce() {
        Random random = new Random(2);
        MinHash minHash = new MinHash(112);
        double bias = 0;
        double squares = 0;
        int pairs = 300;
        for (int i = 0; i < pairs; i++) {
            String text = text(random, 600);
            String other = changed(random, text, i / 1500.0);
            double exact = bruteForceJaccard(text, other);
            double error = MinHash.estimate(
                            minHash.signature(Shingles.rolling(text, 5)), minHash.signature(Shingles.rolling(other, 5)))
                    - exact;
            bias += error / pairs;
            squares += error * error / pairs;
        }
        // One estimate of 112 hashes has a standard deviation of at most sqrt(0.25 / 112) = 0.047.
        assertThat(bias).isBetween(-0.01, 0.01);
        assertThat(Math.sqrt(squares)).isLessThan(0.055);
    }

    @Property(tries = 200)
    void rollingHashesDependOnTheirCharactersAlone(
            @ForAll @StringLength(min = 1, max = 60) String text, @ForAll @IntRange(min = 1, max = 8) int length) {
        long[] rolling = Shingles.rolling(text, length);
        int size = Math.min(length, text.length());
        assertThat(rolling).hasSize(text.length() - size + 1);
        for (int i = 0; i < rolling.length; i++) {
            assertThat(rolling[i]).isEqualTo(Shingles.rolling(text.substring(i, i + size), size)[0]);
        }
    }

    @Test
    void emptyTextsHaveASignature() {
        assertThat(new Sketcher(DuplicateSettings.defaults()).sketch("").signature())
                .hasSize(112);
    }
}
