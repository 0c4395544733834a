package dev.ayatori.corpus.read.web;

import com.github.luben.zstd.ZstdInputStream;
import dev.ayatori.corpus.read.stream.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A HTTP response as a crawler wrote it down.
 *
 * <p>Transfer and content encodings are undone where they are there: crawlers also write bodies that they have decoded
 * already beside the headers that came with the encoded ones.
 *
 * @param status such as 200, 0 when there is no status line
 * @param fields header fields by lower-case name, repeated ones joined by commas
 * @param body its bytes without encodings
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpResponse(int status, Map<String, String> fields, byte[] body) {

    static HttpResponse parse(byte[] block) throws IOException {
        int end = headerEnd(block);
        String[] lines = new String(block, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        if (!lines[0].startsWith("HTTP/")) {
            return new HttpResponse(0, Map.of(), block);
        }
        Map<String, String> fields = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.merge(name, line.substring(colon + 1).strip(), (before, more) -> before + ", " + more);
            }
        }
        byte[] body = Arrays.copyOfRange(block, end, block.length);
        if (fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            body = Chunks.join(body);
        }
        String encoding = fields.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
        return new HttpResponse(status(lines[0]), fields, decoded(body, encoding));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static int status(String line) {
        String[] parts = line.split(" +", 3);
        return parts.length > 1 && parts[1].matches("\\d{3}") ? Integer.parseInt(parts[1]) : 0;
    }

    /** Place behind the blank line that ends the header. */
    private static int headerEnd(byte[] block) {
        for (int i = 0; i + 1 < block.length; i++) {
            if (block[i] == '\n') {
                int next = block[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < block.length && block[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return block.length;
    }

    private static byte[] decoded(byte[] body, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" ->
                begins(body, 0x1F, 0x8B) ? all(new GZIPInputStream(new ByteArrayInputStream(body))) : body;
            case "deflate" -> inflated(body);
            case "zstd" -> begins(body, 0x28, 0xB5) ? all(new ZstdInputStream(new ByteArrayInputStream(body))) : body;
            default -> {
                if (looksLikeText(body)) {
                    yield body;
                }
                throw new IOException("its content encoding " + encoding + " cannot be read");
            }
        };
    }

    /** Deflate comes with a zlib header, as the standard says, or without, as many servers do it. */
    private static byte[] inflated(byte[] body) throws IOException {
        if (looksLikeText(body)) {
            return body;
        }
        boolean header = body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        return all(new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!header)));
    }

    private static boolean begins(byte[] body, int first, int second) {
        return body.length > 1 && body[0] == (byte) first && body[1] == (byte) second;
    }

    private static boolean looksLikeText(byte[] body) {
        int at = 0;
        while (at < body.length && body[at] <= ' ' && body[at] >= 0) {
            at++;
        }
        return at < body.length && (body[at] == '<' || body[at] == '{');
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(Limits.RECORD + 1);
            if (bytes.length > Limits.RECORD) {
                throw new IOException("its body is larger than " + Limits.RECORD + " bytes when decompressed");
            }
            return bytes;
        }
    }

    /** The chunked transfer encoding (RFC 9112, section 7.1). */
    private static final class Chunks {
        private static final int LONGEST_SIZE = 8;

        private Chunks() {}

        /** The joined chunks; from where no chunk begins on, the bytes as they are. */
        static byte[] join(byte[] body) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream(body.length);
            int at = 0;
            while (at < body.length) {
                int lineEnd = at;
                while (lineEnd < body.length && body[lineEnd] != '\n') {
                    lineEnd++;
                }
                long size = size(body, at, lineEnd);
                if (size < 0) {
                    joined.write(body, at, body.length - at);
                    break;
                }
                int begin = Math.min(body.length, lineEnd + 1);
                int end = (int) Math.min(body.length, begin + size);
                joined.write(body, begin, end - begin);
                if (size == 0) {
                    break;
                }
                at = end;
                while (at < body.length && (body[at] == '\r' || body[at] == '\n') && at < end + 2) {
                    at++;
                }
            }
            return joined.toByteArray();
        }

        /** The size that a chunk's first line tells, -1 when it tells none. */
        private static long size(byte[] body, int from, int to) {
            String line = new String(body, from, Math.min(to - from, 64), StandardCharsets.ISO_8859_1);
            String digits = line.split("[;\r]", 2)[0].strip();
            return digits.isEmpty() || digits.length() > LONGEST_SIZE || !digits.matches("[0-9A-Fa-f]+")
                    ? -1
                    : Long.parseLong(digits, 16);
        }
    }
}
