package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.RecordForm;
import java.nio.ByteBuffer;

/**
 * The windows of an anchor, told one by one.
 *
 * @param key of the anchor
 * @param owner of the text
 * @param place of the windows as a {@link Stretch}
 * @param hashes two of each window
 */
record Windows(long key, long owner, long place, long[] hashes) {
    /** Those of one anchor follow each other in the order in which they keep their copies. */
    enum Form implements RecordForm<Windows> {
        /** The only one. */
        FORM;

        @Override
        public int compare(Windows left, Windows right) {
            int order = Long.compare(left.key, right.key);
            order = order != 0 ? order : Long.compare(left.owner, right.owner);
            return order != 0 ? order : Long.compare(left.place, right.place);
        }

        @Override
        public long key(Windows windows) {
            return windows.key;
        }

        @Override
        public byte[] bytes(Windows windows) {
            ByteBuffer bytes = ByteBuffer.allocate((2 + windows.hashes.length) * Long.BYTES)
                    .putLong(windows.owner)
                    .putLong(windows.place);
            bytes.asLongBuffer().put(windows.hashes);
            return bytes.array();
        }

        @Override
        public Windows thing(long key, ByteBuffer bytes) {
            long owner = bytes.getLong();
            long place = bytes.getLong();
            long[] hashes = new long[bytes.remaining() / Long.BYTES];
            bytes.asLongBuffer().get(hashes);
            return new Windows(key, owner, place, hashes);
        }
    }
}
