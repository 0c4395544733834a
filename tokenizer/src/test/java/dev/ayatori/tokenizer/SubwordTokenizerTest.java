package dev.ayatori.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SubwordTokenizerTest {
    private static final Map<String, Double> PIECES = new TreeMap<>(Map.ofEntries(
            Map.entry("a", -4.0),
            Map.entry("b", -4.5),
            Map.entry("c", -5.25),
            Map.entry("ab", -6.0),
            Map.entry("ba", -7.5),
            Map.entry("abc", -9.5),
            Map.entry("cab", -9.0),
            Map.entry("aa", -8.0),
            Map.entry("\n", -3.0),
            Map.entry("\u2581", -3.5),
            Map.entry("\u2581a", -5.0),
            Map.entry("\u2581\u2581", -4.0),
            Map.entry("あ", -6.0),
            Map.entry("い", -6.0),
            Map.entry("あい", -11.5),
            Map.entry("😀", -9.0)));

    private final SubwordTokenizer tokenizer = tokenizer(PIECES);

    static SubwordTokenizer tokenizer(Map<String, Double> scores) {
        List<Piece> learned = new ArrayList<>();
        scores.forEach((text, score) -> learned.add(new Piece(text, score, PieceKind.NORMAL)));
        return Tokenizers.of(Vocabulary.ofLearned(learned));
    }

    @Property
    void decodesToTheTextThatWasEncoded(@ForAll String text) {
        String expected = withoutLoneSurrogates(text);
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(expected);
    }

    @Property
    void findsTheBestOfAllSegmentations(@ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String text) {
        double found = Arrays.stream(tokenizer.encode(text))
                .mapToDouble(id -> PIECES.get(tokenizer.piece(id)))
                .sum();
        assertThat(found).isEqualTo(bestOf(text));
    }

    @Test
    void keepsTheLongerPieceOnTies() {
        SubwordTokenizer ties = tokenizer(new TreeMap<>(Map.of("a", -2.0, "b", -2.0, "ab", -4.0)));
        assertThat(ties.encode("ab")).hasSize(1);
    }

    @Property
    void offsetsNameThePlaceOfEachToken(@ForAll @StringLength(max = 40) String text) {
        Encoding encoding = tokenizer.encodeWithOffsets(text);
        assertThat(encoding.ids()).isEqualTo(tokenizer.encode(text));
        int end = 0;
        for (int i = 0; i < encoding.size(); i++) {
            boolean sameCharacter = i > 0 && encoding.starts()[i] == encoding.starts()[i - 1];
            assertThat(encoding.starts()[i]).isEqualTo(sameCharacter ? encoding.starts()[i - 1] : end);
            end = encoding.ends()[i];
        }
        assertThat(end).isEqualTo(text.length());
    }

    @Property
    void streamingGivesWhatDecodingAllAtOnceGives(
            @ForAll @Size(max = 40) List<@IntRange(max = 262 + 15) Integer> tokens) {
        int[] ids = tokens.stream().mapToInt(i -> i).toArray();
        StreamingDecoder decoder = tokenizer.streamingDecoder();
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            String part = decoder.next(id);
            assertThat(part.isEmpty() || !Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .isTrue();
            text.append(part);
        }
        assertThat(text.append(decoder.finish()).toString()).isEqualTo(tokenizer.decode(ids));
    }

    @Test
    void holdsBackTheBytesOfHalfACharacter() {
        StreamingDecoder decoder = tokenizer.streamingDecoder();
        int[] ids = tokenizer.encode("猫");
        assertThat(ids).hasSize(3);
        assertThat(decoder.next(ids[0])).isEmpty();
        assertThat(decoder.next(ids[1])).isEmpty();
        assertThat(decoder.next(ids[2])).isEqualTo("猫");
        assertThat(decoder.finish()).isEmpty();
    }

    @Test
    void neverMakesSymbolsFromText() {
        for (String symbol : List.of("<s>", "</s>", "<|user|>", "<0x41>", "<unk>")) {
            assertThat(Arrays.stream(tokenizer.encode(symbol)).filter(tokenizer::isControl))
                    .isEmpty();
            assertThat(tokenizer.decode(tokenizer.encode(symbol))).isEqualTo(symbol);
        }
    }

    @Test
    void keepsTheSpaceAndItsStandInApart() {
        assertThat(tokenizer.decode(tokenizer.encode(" \u2581 a"))).isEqualTo(" \u2581 a");
        assertThat(tokenizer.encode("\u2581")).containsExactly(6 + 0xE2, 6 + 0x96, 6 + 0x81);
    }

    @Test
    void refusesIdsOfAnotherVocabulary() {
        assertThatThrownBy(() -> tokenizer.decode(new int[] {3, 9999}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 277, but is 9999");
    }

    @Test
    void laysAConversationOut() {
        ChatFormat chat = new ChatFormat(tokenizer);
        assertThat(chat.prompt("a")).containsExactly(4, tokenizer.encode("a")[0], 5);
        assertThat(chat.answer("b")).containsExactly(tokenizer.encode("b")[0], 2);
    }

    private static double bestOf(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int end = 1; end <= text.length(); end++) {
            Double score = PIECES.get(text.substring(0, end));
            if (score != null) {
                best = Math.max(best, score + bestOf(text.substring(end)));
            }
        }
        return best;
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
