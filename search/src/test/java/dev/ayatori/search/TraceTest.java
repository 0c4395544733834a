package dev.ayatori.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final TraceSettings EVERYTHING = new TraceSettings(1, Double.MAX_VALUE, 1_000, 3);

    @Property(tries = 200)
    void findsExactlyTheMaximalSpansOfBruteForce(
            @ForAll @Size(max = 4) List<@From("texts") String> texts, @ForAll("texts") String answer) {
        try (TestIndex test = TestIndex.exact(texts)) {
            Trace trace = test.index().trace(answer, EVERYTHING);
            assertThat(trace.spans())
                    .extracting(span -> span.from() + "-" + span.to())
                    .containsExactlyInAnyOrderElementsOf(bruteForce(texts, answer));
            for (TracedSpan span : trace.spans()) {
                assertThat(span.text()).isEqualTo(answer.substring(span.from(), span.to()));
                assertThat(span.occurrences()).isEqualTo(test.index().count(span.text()));
            }
        }
    }

    @Test
    void ranksTheSpanThatChanceMakesLeastFirst() {
        try (TestIndex test = TestIndex.exact(List.of("データベースに接続するクラス。", "ああああああああ"))) {
            Trace trace = test.index().trace("ああああ、データベースに接続する。", EVERYTHING);
            assertThat(trace.spans())
                    .extracting(TracedSpan::text)
                    .startsWith("データベースに接続する")
                    .contains("ああああ");
        }
    }

    @Test
    void leavesOutShortSpansAndSpansOfChance() {
        try (TestIndex test = TestIndex.exact(List.of("abcdefgh", "あいう", "x".repeat(100)))) {
            String answer = "abcdefgh あいう xxxxxxxx";
            assertThat(test.index()
                            .trace(answer, new TraceSettings(4, 1, 10, 1))
                            .spans())
                    .extracting(TracedSpan::text)
                    .containsExactly("abcdefgh");
        }
    }

    @Test
    void tellsHowOftenChanceWouldPutTheSpanThere() {
        try (TestIndex test = TestIndex.exact(List.of("aab", "b"))) {
            TracedSpan span = test.index().trace("ab", EVERYTHING).spans().getFirst();
            assertThat(span.expected()).isCloseTo(4 * 0.5 * 0.5, within(1e-9));
        }
    }

    @Test
    void neverCutsAnAsciiWord() {
        try (TestIndex test = TestIndex.exact(List.of("get the parameter name"))) {
            assertThat(test.index().trace("forget the parameters", EVERYTHING).spans())
                    .extracting(TracedSpan::text)
                    .containsExactly("the");
        }
    }

    @Test
    void showsDocumentsThatTrainingReadBeforeHeldOutOnes() {
        try (TestIndex test = TestIndex.exact(List.of("糸", "糸を取る", "あや", "糸を取る", "糸を取る"))) {
            TracedSpan span = test.index().trace("糸を取る", EVERYTHING).spans().getFirst();
            assertThat(span.occurrences()).isEqualTo(3);
            assertThat(span.documents())
                    .extracting(found -> found.document().id())
                    .containsExactly("id4", "id1", "id3");
        }
    }

    @Test
    void coversNothingOfAnAnswerThatStandsNowhere() {
        try (TestIndex test = TestIndex.exact(List.of("糸"))) {
            assertThat(test.index().trace("abc").spans()).isEmpty();
            assertThat(test.index().trace("abc").coverage()).isZero();
            assertThat(test.index().trace("").coverage()).isZero();
            assertThat(test.index().trace("糸a", EVERYTHING).coverage()).isEqualTo(0.5);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "a b", "あ", "糸", "𠮷", "。", "「", " ", "か\u3099", "\uD842")
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join("", pieces));
    }

    /** Every span with good borders that some text holds, without those inside another such span. */
    private static List<String> bruteForce(List<String> texts, String answer) {
        List<int[]> spans = new ArrayList<>();
        for (int from = 0; from < answer.length(); from++) {
            for (int to = from + 1; to <= answer.length(); to++) {
                String part = answer.substring(from, to);
                if (goodBorders(answer, from, to) && texts.stream().anyMatch(text -> holds(text, part))) {
                    spans.add(new int[] {from, to});
                }
            }
        }
        return spans.stream()
                .filter(span -> spans.stream()
                        .noneMatch(other ->
                                other[1] - other[0] > span[1] - span[0] && other[0] <= span[0] && other[1] >= span[1]))
                .map(span -> span[0] + "-" + span[1])
                .toList();
    }

    private static boolean holds(String text, String part) {
        return part.chars().noneMatch(c -> c == 0xD842 && !part.contains("𠮷"))
                && !loneSurrogate(part)
                && text.contains(part);
    }

    private static boolean loneSurrogate(String part) {
        return part.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean goodBorders(String answer, int from, int to) {
        String first = answer.substring(from, from + 1);
        String last = answer.substring(to - 1, to);
        return !first.matches("[\\s。」\u3099]")
                && !last.matches("[\\s「]")
                && !inside(answer, from)
                && !inside(answer, to);
    }

    private static boolean inside(String answer, int at) {
        return at > 0
                && at < answer.length()
                && (answer.substring(at - 1, at + 1).matches("[a-z]{2}")
                        || answer.charAt(at) == '\u3099'
                        || Character.isSurrogatePair(answer.charAt(at - 1), answer.charAt(at)));
    }
}
