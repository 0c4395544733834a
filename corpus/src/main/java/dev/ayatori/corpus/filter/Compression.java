package dev.ayatori.corpus.filter;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.nio.charset.StandardCharsets;

/**
 * How small the text gets, as the corpus of LLM-jp judges it (LLM-jp 2024, "LLM-jp: A Cross-organizational Project for
 * the Research and Development of Fully Open Japanese LLMs"): prose neither repeats itself nor is noise.
 *
 * <p>The Deflate is the one in pure Java, since the platform's differs from build to build. The two bytes of header
 * and four of checksum do not count.
 */
record Compression(Bounds bounds) implements Filter {
    private static final int FRAME = 6;

    @Override
    public String name() {
        return "compression";
    }

    @Override
    public double measure(TextView text) {
        byte[] plain = text.text().getBytes(StandardCharsets.UTF_8);
        return Measured.share(deflated(plain), plain.length);
    }

    private static long deflated(byte[] plain) {
        try {
            var deflater = new Deflater(6);
            deflater.setInput(plain);
            byte[] buffer = new byte[8192];
            int status;
            do {
                deflater.setOutput(buffer);
                status = deflater.deflate(JZlib.Z_FINISH);
            } while (status == JZlib.Z_OK);
            long total = deflater.getTotalOut();
            deflater.end();
            return Math.max(0, total - FRAME);
        } catch (GZIPException e) {
            throw new IllegalStateException("Deflate refused its own default settings", e);
        }
    }
}
