package dev.ayatori.corpus.build.draft;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How drafts and documents stand in record files: texts with their length in front, maps as their size and texts. */
final class RecordBytes {
    private RecordBytes() {}

    /** Writes texts one after the other. */
    static byte[] of(Object... parts) {
        byte[][] texts = new byte[count(parts)][];
        int[] next = {0};
        for (Object part : parts) {
            if (part instanceof Map<?, ?> map) {
                texts[next[0]++] = Integer.toString(map.size()).getBytes(StandardCharsets.UTF_8);
                map.forEach((key, value) -> {
                    texts[next[0]++] = bytes(key);
                    texts[next[0]++] = bytes(value);
                });
            } else {
                texts[next[0]++] = bytes(part);
            }
        }
        int length = 0;
        for (byte[] text : texts) {
            length += Integer.BYTES + text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] text : texts) {
            out.putInt(text.length).put(text);
        }
        return out.array();
    }

    private static int count(Object[] parts) {
        int count = 0;
        for (Object part : parts) {
            count += part instanceof Map<?, ?> map ? 1 + 2 * map.size() : 1;
        }
        return count;
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads texts in the order in which they were written. */
    static final class Reader {
        private final ByteBuffer in;

        Reader(byte[] record) {
            this.in = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        }

        String text() {
            int length = in.getInt();
            String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
            return text;
        }

        SortedMap<String, String> map() {
            int size = Integer.parseInt(text());
            var map = new TreeMap<String, String>();
            for (int i = 0; i < size; i++) {
                map.put(text(), text());
            }
            return map;
        }
    }
}
