package dev.ayatori.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.evaluate.language.TokenScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BitsPerByteTest {

    /** Every token has probability 1 / (1 + token), so the bits tell which tokens were counted and how often. */
    private record ByToken(int longestSequence) implements TokenScorer {
        @Override
        public double[] logProbabilities(int[] tokens) {
            assertThat(tokens.length).isBetween(2, longestSequence);
            double[] logs = new double[tokens.length - 1];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = -Math.log(1 + tokens[i + 1]);
            }
            return logs;
        }
    }

    @Property(tries = 200)
    void countsEveryTokenButTheFirstExactlyOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 6, max = 30) int longest,
            @ForAll @IntRange(max = 4) int overlap) {
        List<EncodedDocument> documents = randomDocuments(new Random(seed));
        double[] whole = new BitsPerByte(0).bits(new ByToken(Integer.MAX_VALUE), documents);
        double[] windows = new BitsPerByte(overlap).bits(new ByToken(longest), documents);
        for (int document = 0; document < documents.size(); document++) {
            double expected = 0;
            int[] tokens = documents.get(document).tokens();
            for (int i = 1; i < tokens.length; i++) {
                expected += Math.log(1 + tokens[i]) / Math.log(2);
            }
            assertThat(whole[document]).isCloseTo(expected, within(1e-9));
            assertThat(windows[document]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void putsTheEndBeforeAndBehindEveryDocument() {
        var document = new dev.ayatori.corpus.Document("id", "aあ", "uri", "c", "l", "d", "ja", new TreeMap<>());
        EncodedDocument encoded = EncodedDocument.of(document, new CharacterTokenizer(70_000));
        assertThat(encoded.tokens()).containsExactly(2, 6 + 'a', 6 + 'あ', 2);
        assertThat(encoded.bytes()).isEqualTo(4);
    }

    @Test
    void refusesAnOverlapThatLeavesNothingToCount() {
        List<EncodedDocument> documents = randomDocuments(new Random(1));
        assertThatThrownBy(() -> new BitsPerByte(7).bits(new ByToken(8), documents))
                .hasMessage("windowOverlap must be at most 6, two less than the context of the model, but is 7");
    }

    private static List<EncodedDocument> randomDocuments(Random random) {
        List<EncodedDocument> documents = new ArrayList<>();
        for (int d = 0; d < 5; d++) {
            int[] tokens = random.ints(2 + random.nextInt(80), 0, 50).toArray();
            documents.add(new EncodedDocument("d" + d, "ja", 10, tokens));
        }
        return documents;
    }
}
