package dev.ayatori.corpus.spill;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * How things of one kind stand in record files, and in which order: by their keys first.
 *
 * @param <T> the kind
 */
public interface RecordForm<T> extends Comparator<T> {
    /** By what record files are ordered and searched. */
    long key(T thing);

    /** All of it but the key. */
    byte[] bytes(T thing);

    /** The thing with this key and these bytes. */
    T thing(long key, ByteBuffer bytes);
}
