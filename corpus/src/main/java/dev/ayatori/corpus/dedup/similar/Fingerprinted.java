package dev.ayatori.corpus.dedup.similar;

import dev.ayatori.corpus.spill.RecordForm;
import java.nio.ByteBuffer;

/**
 * A passage under one of its keys.
 *
 * @param key of some bits of its fingerprint
 * @param fingerprint all of them
 * @param owner of the text
 * @param place where it begins, as {@link dev.ayatori.corpus.dedup.substring.Stretch} tells places
 */
record Fingerprinted(long key, long fingerprint, long owner, long place) {
    boolean isBefore(Fingerprinted other) {
        return owner < other.owner || (owner == other.owner && place < other.place);
    }

    /** Equal fingerprints follow each other, what stands first in the corpus in front. */
    enum Form implements RecordForm<Fingerprinted> {
        /** The only one. */
        FORM;

        @Override
        public int compare(Fingerprinted left, Fingerprinted right) {
            int order = Long.compare(left.key, right.key);
            order = order != 0 ? order : Long.compare(left.fingerprint, right.fingerprint);
            order = order != 0 ? order : Long.compare(left.owner, right.owner);
            return order != 0 ? order : Long.compare(left.place, right.place);
        }

        @Override
        public long key(Fingerprinted passage) {
            return passage.key;
        }

        @Override
        public byte[] bytes(Fingerprinted passage) {
            return ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(passage.fingerprint)
                    .putLong(passage.owner)
                    .putLong(passage.place)
                    .array();
        }

        @Override
        public Fingerprinted thing(long key, ByteBuffer bytes) {
            return new Fingerprinted(key, bytes.getLong(), bytes.getLong(), bytes.getLong());
        }
    }
}
