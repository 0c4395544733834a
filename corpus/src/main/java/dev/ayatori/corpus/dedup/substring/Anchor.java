package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.RecordForm;
import java.nio.ByteBuffer;

/**
 * An anchor in a text.
 *
 * @param key of its gram; see {@link #key}
 * @param first a hash of all that its windows cover
 * @param second another one
 * @param owner of the text; what has the least keeps its copy
 * @param place its windows as a {@link Stretch}
 */
record Anchor(long key, long first, long second, long owner, long place) {
    private static final long SPREADING = 0x9E3779B97F4A7C15L;

    /** Smallest hashes are small: their keys are spread over all longs, so that parts of the keys are equally large. */
    static long key(long hash) {
        return hash * SPREADING;
    }

    /** Whether both have the same windows. */
    boolean covers(Anchor other) {
        return key == other.key && first == other.first && second == other.second;
    }

    /** Equal anchors follow each other, the one that keeps its copy in front. */
    enum Form implements RecordForm<Anchor> {
        /** The only one. */
        FORM;

        @Override
        public int compare(Anchor left, Anchor right) {
            int order = Long.compare(left.key, right.key);
            order = order != 0 ? order : Long.compare(left.first, right.first);
            order = order != 0 ? order : Long.compare(left.second, right.second);
            order = order != 0 ? order : Long.compare(left.owner, right.owner);
            return order != 0 ? order : Long.compare(left.place, right.place);
        }

        @Override
        public long key(Anchor anchor) {
            return anchor.key;
        }

        @Override
        public byte[] bytes(Anchor anchor) {
            return ByteBuffer.allocate(4 * Long.BYTES)
                    .putLong(anchor.first)
                    .putLong(anchor.second)
                    .putLong(anchor.owner)
                    .putLong(anchor.place)
                    .array();
        }

        @Override
        public Anchor thing(long key, ByteBuffer bytes) {
            return new Anchor(key, bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }
}
