package dev.ayatori.search;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.shards.Layout;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.track.StageContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where the documents stand in the shards and in the sequences of training.
 *
 * @param documents by id, each copy that a mix gives; none of a document that it leaves out
 * @param layouts by the name of the training file, those that training read
 */
record Places(Map<String, List<PlacedDocument>> documents, Map<String, Layout> layouts) {

    static Places of(StageContext context, ReadingOrder order) {
        try (Shards shards = Shards.open(context.input("shards"))) {
            Map<String, Layout> layouts = new TreeMap<>();
            order.order().folds().stream()
                    .flatMap(fold -> fold.sources().stream())
                    .forEach(source -> layouts.computeIfAbsent(
                            source.file(), file -> shards.layout(file, order.packing(), order.context())));
            return new Places(shards.documents().stream().collect(Collectors.groupingBy(PlacedDocument::id)), layouts);
        }
    }

    /** Where a document stands, once for each copy; nowhere when the mix leaves it out. */
    List<PlacedDocument> of(Document document) {
        return documents.getOrDefault(document.id(), List.of());
    }

    /** The sequences that training may have read any copy of it in. */
    List<Long> sequences(List<PlacedDocument> copies) {
        return copies.stream()
                .flatMapToLong(this::sequences)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    private LongStream sequences(PlacedDocument place) {
        Layout layout = layouts.get(place.file());
        return layout == null || place.split() == Split.VALIDATION
                ? LongStream.empty()
                : LongStream.of(layout.sequencesHolding(place.firstToken(), place.endToken()));
    }
}
