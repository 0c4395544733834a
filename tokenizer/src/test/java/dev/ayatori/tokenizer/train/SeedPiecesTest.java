package dev.ayatori.tokenizer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class SeedPiecesTest {
    /** A substring is a seed when it occurs twice or more and no longer one stands wherever it stands. */
    @Property(tries = 300)
    void areTheRepeatedSubstringsThatCannotGrow(
            @ForAll @Size(min = 1, max = 12)
                    List<@StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') String> words) {
        SegmentCounter counter = new SegmentCounter(true);
        words.forEach(word -> counter.add(word + "\n"));
        WeightedText text = WeightedText.of(Map.of("en", counter), Map.of("en", 1.0));
        Alphabet alphabet = Alphabet.of(text, 1);
        PieceTable seeds = new SeedPieces(CodedText.of(text, alphabet), alphabet, 5).seeds(1000);
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < seeds.size(); i++) {
            if (!seeds.isCharacter(i)) {
                found.add(alphabet.text(seeds.piece(i)));
            }
        }
        assertThat(found).isEqualTo(bruteForce(words));
    }

    private static TreeSet<String> bruteForce(List<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : words) {
            for (int start = 0; start < word.length(); start++) {
                for (int end = start + 1; end <= word.length(); end++) {
                    counts.merge(word.substring(start, end), 1, Integer::sum);
                }
            }
        }
        TreeSet<String> seeds = new TreeSet<>();
        counts.forEach((piece, count) -> {
            boolean grows = "abc".chars().anyMatch(c -> count.equals(counts.get(piece + (char) c)));
            if (count >= 2 && piece.length() >= 2 && piece.length() <= 5 && !grows) {
                seeds.add(piece);
            }
        });
        return seeds;
    }

    @Property(tries = 200)
    void segmentsJoinedAgainAreTheText(@ForAll @StringLength(max = 50) String text) {
        StringBuilder joined = new StringBuilder();
        new Segmenter(true).segments(text, joined::append);
        StringBuilder expected = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c != 0 && c != Vocabulary.SPACE && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(c -> expected.appendCodePoint(c == ' ' ? Vocabulary.SPACE : c));
        assertThat(joined.toString()).isEqualTo(expected.toString());
    }
}
