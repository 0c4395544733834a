package dev.ayatori.corpus.publish;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.Tally;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One file of a published corpus.
 *
 * @param name below the folder, with slashes
 * @param tally its documents and their text
 * @param recordsHash over the documents in their order
 */
public record Shard(String name, Tally tally, String recordsHash) {

    /** Counts and hashes documents one after the other. */
    public static final class Sum {
        private final ContentHasher hasher = ContentHasher.create();
        private Tally tally = Tally.NONE;

        /** Adds a document. */
        public void add(Document document) {
            DocumentTable.hash(document, hasher);
            tally = tally.plus(Tally.of(document.text()));
        }

        /** All that was added, as the file of this name. */
        public Shard of(String name) {
            return new Shard(name, tally, hasher.hex());
        }
    }

    /** Writes documents of one split into files below a folder, each closed when it holds so many bytes of text. */
    public static List<Shard> write(
            Path folder, ShardFormat format, Split split, Stream<Document> documents, long bytes) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        List<Shard> shards = new ArrayList<>();
        Iterator<Document> each = documents.iterator();
        while (each.hasNext()) {
            String name = String.format(Locale.ROOT, "data/%s-%05d%s", split.label(), shards.size(), format.ending());
            Sum sum = new Sum();
            format.write(folder.resolve(name), taken(each, bytes, sum::add));
            shards.add(sum.of(name));
        }
        return shards;
    }

    private static Stream<Document> taken(Iterator<Document> documents, long bytes, Consumer<Document> counted) {
        Iterator<Document> part = new Iterator<>() {
            private long taken;

            @Override
            public boolean hasNext() {
                return taken < bytes && documents.hasNext();
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("this file is full");
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new AyatoriException("publishing was interrupted");
                }
                Document next = documents.next();
                taken += Tally.bytesOf(next.text());
                counted.accept(next);
                return next;
            }
        };
        Iterable<Document> once = () -> part;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
