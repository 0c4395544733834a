package dev.ayatori.corpus.filter.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ZlibLengthTest {
    private final ZlibLength nine = new ZlibLength(ZlibLength.Level.NINE);

    @Test
    void givesTheLengthsOfZlib() {
        // len(zlib.compress(text, 9)) of CPython 3.11 with zlib 1.2.13
        assertThat(of("")).isEqualTo(8);
        assertThat(of("a")).isEqualTo(9);
        assertThat(of("ab".repeat(15))).isEqualTo(12);
        assertThat(of("一本の糸から多くの形を作る。一本の糸から多くの橋を作る。".repeat(3))).isEqualTo(64);
        assertThat(of("a".repeat(200))).isEqualTo(12);
    }

    private long of(String text) {
        return nine.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The platform's own zlib is the brute force; other builds than zlib itself may differ and are not asked. */
    @Property(tries = 60)
    void isTheLengthThatDeflateGives(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] text = new byte[random.nextInt(80_000)];
        int alphabet = 1 + random.nextInt(255);
        for (int i = 0; i < text.length; i++) {
            boolean copy = i > 300 && random.nextInt(6) == 0;
            text[i] = copy ? text[i - 1 - random.nextInt(300)] : (byte) random.nextInt(alphabet);
        }
        assertThat(nine.of(text)).isEqualTo(deflated(text, 9));
        assertThat(new ZlibLength(ZlibLength.Level.SIX).of(text)).isEqualTo(deflated(text, 6));
    }

    private static long deflated(byte[] text, int level) {
        try (Deflater deflater = new Deflater(level)) {
            deflater.setInput(text);
            deflater.finish();
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(buffer);
            }
            return length;
        }
    }
}
