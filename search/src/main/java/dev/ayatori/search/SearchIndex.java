package dev.ayatori.search;

import dev.ayatori.search.fulltext.FullText;
import dev.ayatori.search.suffix.CharacterCounts;
import dev.ayatori.search.suffix.MappedFile;
import dev.ayatori.search.suffix.SuffixArray;
import dev.ayatori.search.suffix.SuffixRange;
import dev.ayatori.search.suffix.Utf8;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The index of a run, memory-mapped: exact substrings, full text and trace. Safe for use by many threads. */
public final class SearchIndex implements AutoCloseable {
    private static final int CONTEXT = 40;

    private final Arena arena = Arena.ofShared();
    private final IndexedText text;
    private final SuffixArray suffixes;
    private final DocumentTable table;
    private final Tracer tracer;
    private final ReadingOrder order;
    private final @Nullable FullText fullText;

    private SearchIndex(IndexFiles files, IndexFiles.Facts facts) throws IOException {
        text = new IndexedText(MappedFile.map(files.text(), arena));
        suffixes = new SuffixArray(text.bytes(), MappedFile.map(files.suffixes(), arena));
        table = new DocumentTable(files, arena);
        tracer = new Tracer(suffixes, CharacterCounts.read(files.characters()));
        order = ReadingOrder.read(files.order());
        fullText = facts.fullText() ? FullText.open(files.fullText()) : null;
        check(files, facts);
    }

    /** Opens a finished index artifact. */
    public static SearchIndex open(Artifact index) {
        return open(index.folder());
    }

    /** Opens the folder of an index. */
    public static SearchIndex open(Path folder) {
        IndexFiles files = new IndexFiles(folder);
        if (!Files.exists(files.facts())) {
            throw new AyatoriException(
                    folder + " is no index: it has no index.json; `ayatori run RECIPE --to index` builds one");
        }
        try {
            IndexFiles.Facts facts = Json.read(files.facts(), IndexFiles.Facts.class);
            if (facts.formatVersion() != IndexFiles.FORMAT_VERSION) {
                throw new AyatoriException(files.facts() + " has format version " + facts.formatVersion()
                        + ", but this program reads version " + IndexFiles.FORMAT_VERSION + "; build the index again");
            }
            return new SearchIndex(files, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index in " + folder, e);
        }
    }

    private void check(IndexFiles files, IndexFiles.Facts facts) {
        boolean whole = text.bytes().byteSize() == facts.textBytes()
                && suffixes.size() == facts.characters()
                && table.size() == facts.documents();
        if (!whole) {
            close();
            throw new AyatoriException("The files in " + files.folder() + " do not fit "
                    + files.facts().getFileName()
                    + ": found " + text.bytes().byteSize() + " bytes of text, " + suffixes.size() + " suffixes and "
                    + table.size() + " documents; build the index again");
        }
    }

    /** The documents in the index. */
    public int documents() {
        return table.size();
    }

    /** How often the text stands in the corpus, overlapping occurrences counted each. */
    public long count(String text) {
        return suffixes.range(query(text)).size();
    }

    /** Up to {@code limit} exact occurrences of the text, in the order of the documents. */
    public List<Hit> find(String text, int limit) {
        byte[] bytes = query(text);
        SuffixRange range = suffixes.range(bytes);
        return LongStream.range(range.first(), range.end())
                .map(suffixes::offset)
                .sorted()
                .limit(atLeastNone(limit))
                .mapToObj(offset -> hit(offset, offset + bytes.length))
                .toList();
    }

    private Hit hit(long from, long to) {
        int ordinal = table.ordinalAt(from);
        long start = table.textStart(ordinal);
        return new Hit(
                table.document(ordinal),
                text.chars(start, from),
                text.before(from, start, CONTEXT),
                text.between(from, to),
                text.after(to, table.textEnd(ordinal), CONTEXT));
    }

    /** Up to {@code limit} documents that answer the query best: words, "phrases", +must, -not. */
    public List<TextHit> text(String query, int limit) {
        if (fullText == null) {
            throw new AyatoriException("This index has no full text; build it with fullText: true");
        }
        FullText opened = fullText;
        return opened.search(query, atLeastNone(limit)).stream()
                .map(match -> {
                    String content = text.between(table.textStart(match.ordinal()), table.textEnd(match.ordinal()));
                    FullText.Excerpt excerpt = opened.excerpt(query, content);
                    return new TextHit(
                            table.document(match.ordinal()), match.score(), excerpt.offset(), excerpt.text());
                })
                .toList();
    }

    /** The longest spans of the answer that stand in the corpus, with the documents and the training steps. */
    public Trace trace(String answer) {
        return trace(answer, TraceSettings.defaults());
    }

    /** As {@link #trace(String)}, with own limits. */
    public Trace trace(String answer, TraceSettings settings) {
        SpanDocuments documents = new SpanDocuments(suffixes, text, table, order);
        List<TracedSpan> spans = tracer.spans(answer, settings).stream()
                .map(span -> documents.open(answer, span, settings.documentsPerSpan()))
                .toList();
        return new Trace(answer, spans);
    }

    private static byte[] query(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The text to look for is empty; give at least one character");
        }
        return Utf8.ofQuery(text);
    }

    private static int atLeastNone(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but is " + limit);
        }
        return limit;
    }

    @Override
    public void close() {
        arena.close();
        if (fullText != null) {
            fullText.close();
        }
    }
}
