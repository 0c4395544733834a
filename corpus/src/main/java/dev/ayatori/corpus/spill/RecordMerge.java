package dev.ayatori.corpus.spill;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges sorted record files into one row of things.
 *
 * @param <T> the kind of things
 */
public final class RecordMerge<T> implements AutoCloseable {
    private final RecordForm<T> form;
    private final List<RecordReader> readers = new ArrayList<>();
    private final PriorityQueue<Head<T>> heads;

    /** A thing and the file that the next one behind it comes from. */
    private record Head<T>(T thing, RecordReader reader) {}

    /** A merge of all things whose key is not below this one. */
    public RecordMerge(List<Path> files, RecordForm<T> form, long from) {
        this.form = form;
        this.heads = new PriorityQueue<>(Comparator.comparing(Head::thing, form));
        for (Path file : files) {
            RecordReader reader = RecordReader.openFrom(file, from);
            readers.add(reader);
            advance(reader);
        }
    }

    private void advance(RecordReader reader) {
        if (reader.next()) {
            heads.add(new Head<>(form.thing(reader.key(), ByteBuffer.wrap(reader.record())), reader));
        }
    }

    /** Whether anything is left. */
    public boolean more() {
        return !heads.isEmpty();
    }

    /** The next thing, which stays. */
    public T peek() {
        return heads.element().thing();
    }

    /** Takes the next thing. */
    public T take() {
        Head<T> head = heads.remove();
        advance(head.reader());
        return head.thing();
    }

    @Override
    public void close() {
        readers.forEach(RecordReader::close);
    }
}
