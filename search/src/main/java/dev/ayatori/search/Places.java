package dev.ayatori.search;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.shards.Layout;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.StageContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where the documents stand in the shards and in the sequences of training.
 *
 * @param documents by id
 * @param layouts by the name of the training file, those that training read
 */
record Places(Map<String, PlacedDocument> documents, Map<String, Layout> layouts) {

    static Places of(StageContext context, ReadingOrder order) {
        try (Shards shards = Shards.open(context.input("shards"))) {
            Map<String, Layout> layouts = new TreeMap<>();
            order.order().folds().stream()
                    .flatMap(fold -> fold.sources().stream())
                    .forEach(source -> layouts.computeIfAbsent(
                            source.file(), file -> shards.layout(file, order.packing(), order.context())));
            return new Places(
                    shards.documents().stream().collect(Collectors.toMap(PlacedDocument::id, Function.identity())),
                    layouts);
        }
    }

    PlacedDocument of(Document document) {
        PlacedDocument place = documents.get(document.id());
        if (place == null) {
            throw new AyatoriException("document " + document.id() + " (" + document.uri()
                    + ") is in the corpus but not in the shards; `ayatori run RECIPE --from shards` rebuilds them");
        }
        return place;
    }

    /** The sequences that training may have read it in. */
    List<Long> sequences(PlacedDocument place) {
        Layout layout = layouts.get(place.file());
        return layout == null || place.split() == Split.VALIDATION
                ? List.of()
                : LongStream.of(layout.sequencesHolding(place.firstToken(), place.endToken()))
                        .boxed()
                        .toList();
    }
}
