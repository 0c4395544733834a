package dev.ayatori.corpus.read.wiki;

import dev.ayatori.corpus.read.stream.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/** Finds the {@code page} elements in the bytes of a dump. */
final class PageScanner {
    private static final byte[] OPEN = "<page>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "</page>".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 1 << 16;

    private final DumpSource source;
    private byte[] buffer = new byte[1 << 20];
    private int from;
    private int to;
    private long base;
    private long behind = Long.MAX_VALUE;
    private final TreeMap<Long, Long> offsets = new TreeMap<>();

    PageScanner(DumpSource source) {
        this.source = source;
    }

    /** One page as its bytes; too large when it has none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] page, long offset) {
        boolean tooLarge() {
            return page.length == 0;
        }
    }

    /** Moves to the next page that begins in the part; false when there is none. */
    boolean toPage() throws IOException {
        int at = find(OPEN, from);
        while (at < 0) {
            from = Math.max(from, to - OPEN.length + 1);
            int searched = from;
            if (base + from >= behind || !fill()) {
                return false;
            }
            at = find(OPEN, Math.max(0, Math.min(from, searched)));
        }
        from = at;
        return base + from < behind;
    }

    /** Where the page begins, as the source counts. */
    long offset() {
        var entry = offsets.floorEntry(base + from);
        return entry == null ? 0 : entry.getValue();
    }

    /** The page moved to; reading goes on behind it. */
    Found page() throws IOException {
        long offset = offset();
        int at = find(CLOSE, from);
        int searched = to - from;
        while (at < 0) {
            if (to - from > Limits.RECORD) {
                from += OPEN.length;
                return new Found(new byte[0], offset);
            }
            if (!fill()) {
                throw new IOException("the file ends inside of the page");
            }
            at = find(CLOSE, from + Math.max(0, searched - CLOSE.length));
            searched = to - from;
        }
        byte[] page = Arrays.copyOfRange(buffer, from, at);
        from = at + CLOSE.length;
        offsets.headMap(offsets.floorKey(base + from), false).clear();
        return new Found(page, offset);
    }

    /** After damage: forgets what is held. */
    void forget() {
        base += to;
        from = 0;
        to = 0;
    }

    private int find(byte[] wanted, int start) {
        for (int i = start; i + wanted.length <= to; i++) {
            if (buffer[i] == '<' && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        base += from;
        to -= from;
        from = 0;
        if (buffer.length - to < CHUNK) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = source.read(buffer, to, buffer.length - to);
        if (read < 0) {
            return false;
        }
        offsets.put(base + to, source.offset());
        if (source.isBehind()) {
            behind = Math.min(behind, base + to);
        }
        to += read;
        return true;
    }
}
