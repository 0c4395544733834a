package dev.ayatori.tokenizer.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CharsmapTest {
    private static final SortedMap<String, String> RULES = CharacterRules.NMT_NFKC.rules();
    private static final Charsmap NMT_NFKC = Charsmap.of(RULES);

    @Test
    void keepsEveryRule() {
        assertThat(NMT_NFKC.rules()).isEqualTo(RULES);
        assertThat(Charsmap.read(NMT_NFKC.bytes()).rules()).isEqualTo(RULES);
    }

    @Test
    void leadsFromTheRootToAnotherUnitAsSentencePieceAsksFor() {
        int root =
                ByteBuffer.wrap(NMT_NFKC.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
        assertThat(root >>> 10).as("offset of the root").isNotZero();
    }

    @Test
    void composesWhatNfkcComposes() {
        for (String text : new String[] {"ｶﾞｷﾞ", "①㍿ﬁ", "か\u3099き", "\u1100\u1161\u11a8", "ＡＢＣ　１２", "e\u0301"}) {
            assertThat(NMT_NFKC.normalise(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
    }

    @Test
    void keepsTheWideTildeAndDropsControls() {
        assertThat(NMT_NFKC.normalise("a～b\u0007c\td\u200be")).isEqualTo("a～bc d e");
    }

    @Property(tries = 200)
    void replacesTheLongestKeyFirst(
            @ForAll @Size(max = 8) Map<@AlphaChars @StringLength(min = 1, max = 3) String, @AlphaChars String> rules,
            @ForAll @AlphaChars String text) {
        SortedMap<String, String> sorted = new TreeMap<>(rules);
        Charsmap map = Charsmap.of(sorted);
        assertThat(map.rules()).isEqualTo(sorted);
        assertThat(map.normalise(text)).isEqualTo(replaced(text, sorted));
    }

    private static String replaced(String text, SortedMap<String, String> rules) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int length = Math.min(3, text.length() - at);
            while (length > 0 && !rules.containsKey(text.substring(at, at + length))) {
                length--;
            }
            out.append(length == 0 ? text.substring(at, at + 1) : rules.get(text.substring(at, at + length)));
            at += Math.max(1, length);
        }
        return out.toString();
    }

    @Property(tries = 300)
    void refusesOrSurvivesDamage(@ForAll @IntRange(max = 400) int at, @ForAll byte value) {
        byte[] bytes = Charsmap.of(new TreeMap<>(Map.of("ab", "x", "b", "yz", "か\u3099", "が")))
                .bytes();
        bytes[at % bytes.length] = value;
        try {
            var _ = Charsmap.read(bytes).normalise("abかabab\u3099b");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("character map");
        }
    }

    @Test
    void refusesATrieThatGoesRoundInCircles() {
        // the root's child by 'a' leads back to a node with a child by 'a'
        ByteBuffer cyclic = ByteBuffer.allocate(4 + 4 * 256 + 2).order(ByteOrder.LITTLE_ENDIAN);
        cyclic.putInt(4 * 256);
        cyclic.putInt(1 << 10);
        for (int i = 1; i < 256; i++) {
            int label = i ^ 1;
            cyclic.putInt(label | (i ^ 1) << 10);
        }
        assertThatThrownBy(() -> Charsmap.read(cyclic.array())).hasMessageContaining("round in circles");
    }

    @Test
    void refusesATrieLargerThanTheMap() {
        byte[] bytes = NMT_NFKC.bytes();
        assertThatThrownBy(() -> Charsmap.read(Arrays.copyOf(bytes, 1000))).hasMessageContaining("cannot hold a trie");
        assertThatThrownBy(() -> Charsmap.read(new byte[2])).hasMessageContaining("cannot hold a trie");
    }
}
