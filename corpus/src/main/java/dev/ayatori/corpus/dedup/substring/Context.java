package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.RecordForm;
import java.nio.ByteBuffer;

/**
 * An anchor with the chars around it, so that its windows can be compared one by one.
 *
 * @param key of the anchor
 * @param owner of the text
 * @param place of the windows as a {@link Stretch}
 * @param text all that the windows cover
 */
record Context(long key, long owner, long place, char[] text) {
    /** Those of one anchor follow each other in the order in which they keep their copies. */
    enum Form implements RecordForm<Context> {
        /** The only one. */
        FORM;

        @Override
        public int compare(Context left, Context right) {
            int order = Long.compare(left.key, right.key);
            order = order != 0 ? order : Long.compare(left.owner, right.owner);
            return order != 0 ? order : Long.compare(left.place, right.place);
        }

        @Override
        public long key(Context context) {
            return context.key;
        }

        @Override
        public byte[] bytes(Context context) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES + context.text.length * Character.BYTES)
                    .putLong(context.owner)
                    .putLong(context.place);
            bytes.asCharBuffer().put(context.text); // no UTF-8, which has no surrogates that stand alone
            return bytes.array();
        }

        @Override
        public Context thing(long key, ByteBuffer bytes) {
            long owner = bytes.getLong();
            long place = bytes.getLong();
            char[] text = new char[bytes.remaining() / Character.BYTES];
            bytes.asCharBuffer().get(text);
            return new Context(key, owner, place, text);
        }
    }
}
