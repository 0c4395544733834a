package dev.ayatori.search;

import dev.ayatori.search.suffix.SuffixArray;
import dev.ayatori.search.suffix.SuffixRange;
import dev.ayatori.search.suffix.Utf8;
import dev.ayatori.shards.ReadingOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens the spans of one trace: how often each stands in the corpus, in which documents, and which steps read these. */
final class SpanDocuments {
    /** Of a very frequent span only the first occurrences in suffix order are looked at for documents. */
    private static final int MAXIMAL_OCCURRENCES = 1_000;

    private static final int CONTEXT = 40;

    private final SuffixArray suffixes;
    private final IndexedText text;
    private final DocumentTable table;
    private final ReadingOrder order;
    /** Spans of one answer often share documents. */
    private final Map<Integer, Origin> origins = new HashMap<>();

    SpanDocuments(SuffixArray suffixes, IndexedText text, DocumentTable table, ReadingOrder order) {
        this.suffixes = suffixes;
        this.text = text;
        this.table = table;
        this.order = order;
    }

    private record Origin(IndexedDocument document, List<Integer> steps) {}

    TracedSpan open(String answer, Tracer.Span span, int limit) {
        String content = answer.substring(span.from(), span.to());
        byte[] bytes = Utf8.ofQuery(content);
        SuffixRange range = suffixes.range(bytes);
        List<TracedDocument> documents = firstOffsets(range).entrySet().stream()
                .sorted(Comparator.comparing(entry -> table.heldOut(entry.getKey())))
                .limit(limit)
                .map(entry -> document(entry.getKey(), entry.getValue(), bytes.length))
                .toList();
        return new TracedSpan(span.from(), span.to(), content, range.size(), span.expected(), documents);
    }

    /** The first occurrence found in each document, by the document's row. */
    private SortedMap<Integer, Long> firstOffsets(SuffixRange range) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        long end = Math.min(range.end(), range.first() + MAXIMAL_OCCURRENCES);
        for (long rank = range.first(); rank < end; rank++) {
            long offset = suffixes.offset(rank);
            offsets.merge(table.ordinalAt(offset), offset, Math::min);
        }
        return offsets;
    }

    private TracedDocument document(int ordinal, long offset, int bytes) {
        Origin origin = origins.computeIfAbsent(ordinal, this::origin);
        long start = table.textStart(ordinal);
        return new TracedDocument(
                origin.document(),
                text.chars(start, offset),
                text.before(offset, start, CONTEXT),
                text.after(offset + bytes, table.textEnd(ordinal), CONTEXT),
                origin.steps());
    }

    private Origin origin(int ordinal) {
        IndexedDocument document = table.document(ordinal);
        long[] sequences =
                document.sequences().stream().mapToLong(Long::longValue).toArray();
        int[] steps = order.stepsTeaching(document.file(), sequences);
        return new Origin(document, Arrays.stream(steps).boxed().toList());
    }
}
