package dev.ayatori.serve.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StopTextTest {

    @Test
    void holdsBackWhatMightBeginAStopAndGivesItWhenItWasNone() {
        StopText stop = new StopText(List.of("\n\n"));
        assertThat(stop.next("one\n")).isEqualTo("one");
        assertThat(stop.next("two")).isEqualTo("\ntwo");
        assertThat(stop.next("\n")).isEmpty();
        assertThat(stop.rest()).isEqualTo("\n");
        assertThat(stop.stopped()).isFalse();
    }

    @Property
    void cutsAtTheFirstStopHoweverTheTextArrives(
            @ForAll("pieces") List<String> pieces, @ForAll("stops") String first, @ForAll("stops") String second) {
        StopText stop = new StopText(List.of(first, second));
        StringBuilder out = new StringBuilder();
        for (String piece : pieces) {
            if (!stop.stopped()) {
                out.append(stop.next(piece));
            }
        }
        out.append(stop.rest());
        assertThat(out.toString()).isEqualTo(cut(String.join("", pieces), first, second));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.strings().withChars('a', 'b').ofMaxLength(3).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> stops() {
        return Arbitraries.strings().withChars('a', 'b').ofMinLength(1).ofMaxLength(4);
    }

    /** Like the streamed cut, looks at growing prefixes: the stop that is complete first wins. */
    private static String cut(String text, String first, String second) {
        for (int end = 0; end <= text.length(); end++) {
            String seen = text.substring(0, end);
            int at = Math.min(index(seen, first), index(seen, second));
            if (at < Integer.MAX_VALUE) {
                return seen.substring(0, at);
            }
        }
        return text;
    }

    private static int index(String text, String stop) {
        int at = text.indexOf(stop);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
