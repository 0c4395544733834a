package dev.ayatori.search;

import dev.ayatori.shards.Packing;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.TrainingOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An index over a few texts, in a folder that goes with it. */
record TestIndex(Path folder, SearchIndex index) implements AutoCloseable {
    static final ReadingOrder NO_STEPS = ReadingOrder.of(
            Packing.WINDOWS, 10, TrainingOrder.ofOneFile(1, 1, 1, new TrainingOrder.Source("train", 9, 9)));

    static TestIndex exact(List<String> texts) {
        return of(texts, new IndexSettings(false));
    }

    static TestIndex withFullText(String... texts) {
        return of(List.of(texts), new IndexSettings(true));
    }

    private static TestIndex of(List<String> texts, IndexSettings settings) {
        try {
            Path folder = Files.createTempDirectory("index");
            try (IndexBuilder builder = IndexBuilder.create(folder, settings)) {
                for (int i = 0; i < texts.size(); i++) {
                    builder.add(document(i, i % 2 == 1, 0, 0), texts.get(i));
                }
                builder.finish(NO_STEPS);
            }
            return new TestIndex(folder, SearchIndex.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IndexedDocument document(int number, boolean heldOut, long firstToken, int tokens) {
        return new IndexedDocument(
                "id" + number,
                "title " + number,
                "uri:" + number,
                "collection",
                "Apache-2.0",
                "",
                "ja",
                heldOut,
                "train",
                firstToken,
                tokens,
                List.of());
    }

    @Override
    public void close() {
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
