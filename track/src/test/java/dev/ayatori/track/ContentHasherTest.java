package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentHasherTest {
    @Test
    void framesEveryTextByItsLength() {
        assertThat(texts(List.of("ab", "c"))).isNotEqualTo(texts(List.of("a", "bc")));
        assertThat(texts(List.of("abc"))).isNotEqualTo(texts(List.of("ab", "c")));
        assertThat(texts(List.of("", "a"))).isNotEqualTo(texts(List.of("a", "")));
    }

    @Test
    void framesEveryValueByItsKind() {
        byte[] utf8 = "a".getBytes(StandardCharsets.UTF_8);
        assertThat(ContentHasher.create().text("a").hex())
                .isNotEqualTo(ContentHasher.create().bytes(utf8).hex());
        assertThat(ContentHasher.create().number(0).hex())
                .isNotEqualTo(ContentHasher.create().decimal(0.0).hex());
    }

    @Test
    void isTheSameOnEveryMachine() {
        assertThat(ContentHasher.create().text("あやとり").number(-3).decimal(0.1).hex())
                .isEqualTo("cc1479646be1b1bbd112f99f65255576329b5c1ebc994eda932f3c2a33bed660");
    }

    @Test
    void countsEveryNaNAsOne() {
        double other = Double.longBitsToDouble(0x7ff8000000000001L);
        assertThat(ContentHasher.create().decimal(other).hex())
                .isEqualTo(ContentHasher.create().decimal(Double.NaN).hex());
    }

    @Property(tries = 200)
    void differsForDifferentSequences(@ForAll List<String> one, @ForAll List<String> other) {
        assertThat(texts(one).equals(texts(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 100)
    void differsWhereverASequenceIsCut(@ForAll String text) {
        String whole = texts(List.of(text));
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(texts(List.of(text.substring(0, cut), text.substring(cut))))
                    .isNotEqualTo(whole);
        }
    }

    private static String texts(List<String> texts) {
        ContentHasher hasher = ContentHasher.create();
        texts.forEach(hasher::text);
        return hasher.hex();
    }
}
