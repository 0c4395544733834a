package dev.ayatori.search;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stage "index": every document of the corpus, searchable, with its place in the training data. */
public final class BuildIndex implements Stage {
    private final IndexSettings settings;

    public BuildIndex(IndexSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("corpus", "shards", "pretrain");
    }

    @Override
    public StageResult run(StageContext context) throws IOException {
        ReadingOrder order = ReadingOrder.read(context.input("pretrain").file("order.json"));
        Places places = Places.of(context, order);
        ContentHasher hasher = ContentHasher.create()
                .text(Json.canonical(order))
                .number(places.documents().size());
        long characters;
        try (IndexBuilder builder = IndexBuilder.create(context.folder(), settings);
                Stream<Document> documents =
                        Corpus.open(context.input("corpus")).documents()) {
            context.progress().start("indexing", places.documents().size(), "documents");
            for (Iterator<Document> each = documents.iterator(); each.hasNext(); ) {
                Document document = each.next();
                List<PlacedDocument> copies = places.of(document);
                if (copies.isEmpty()) {
                    continue; // the mix left it out: no model has seen it
                }
                IndexedDocument indexed = indexed(document, copies, places.sequences(copies));
                builder.add(indexed, document.text());
                hasher.text(Json.canonical(indexed)).text(document.text());
                context.progress().advance(1);
            }
            context.progress().finish();
            context.progress().start("sorting suffixes", 0, "characters");
            characters = builder.finish(order);
            context.progress().advance(characters);
            context.progress().finish();
        }
        return new StageResult(
                hasher.hex(), Map.of("documents", (long) places.documents().size(), "characters", characters));
    }

    private static IndexedDocument indexed(Document document, List<PlacedDocument> copies, List<Long> sequences) {
        PlacedDocument place = copies.getFirst();
        return new IndexedDocument(
                document.id(),
                document.title(),
                document.uri(),
                document.collection(),
                document.licence(),
                document.date(),
                document.language(),
                document.split() == Split.VALIDATION,
                place.file(),
                place.firstToken(),
                place.tokens(),
                sequences);
    }
}
