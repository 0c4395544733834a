package dev.ayatori.corpus.read.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class LinesTest {
    /** Some hundred megabytes without a line feed, never held. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int at, int length) {
            int read = (int) Math.min(left, length);
            Arrays.fill(target, at, at + read, (byte) 'x');
            left -= read;
            return read == 0 ? -1 : read;
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void passesOverALineOf500MegabytesHoldingLittleOfIt() throws IOException {
        Lines lines = new Lines(new SequenceInputStream(
                Collections.enumeration(List.of(bytes("a\n"), new Endless(500_000_000), bytes("\nb\nc")))));
        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.tooLong()).isTrue();
        assertThat(lines.offset()).isEqualTo(2);
        assertThat(lines.bytes().length).isLessThanOrEqualTo(4 * Limits.RECORD);
        assertThat(lines.next()).isTrue();
        assertThat(lines.tooLong()).isFalse();
        assertThat(lines.offset()).isEqualTo(500_000_003);
        assertThat(new String(lines.bytes(), lines.begin(), lines.length(), UTF_8))
                .isEqualTo("b");
        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isFalse();
    }

    @Property(tries = 200)
    void givesTheLinesOfAnyText(@ForAll List<@CharRange(from = '\n', to = '\f') Character> characters)
            throws IOException {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        Lines lines = new Lines(bytes(text.toString()));
        List<String> found = new ArrayList<>();
        while (lines.next()) {
            assertThat(lines.offset())
                    .isEqualTo(
                            found.stream().mapToLong(line -> line.length() + 1).sum());
            found.add(new String(lines.bytes(), lines.begin(), lines.length(), UTF_8));
        }
        String expected = text.toString();
        List<String> split = expected.isEmpty() ? List.of() : List.of(expected.split("\n", -1));
        assertThat(found).isEqualTo(expected.endsWith("\n") ? split.subList(0, split.size() - 1) : split);
    }
}
