package dev.ayatori.search.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;

/** Answers full text queries, ranked by BM25, equal scores by the row of the document. */
public final class FullText implements AutoCloseable {
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(FullTextWriter.ORDINAL, SortField.Type.LONG));
    private static final Map<String, Float> FIELDS = Map.of(FullTextWriter.TITLE, 2f, FullTextWriter.TEXT, 1f);

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final FullTextAnalyzer analyzer = new FullTextAnalyzer();

    private FullText(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /** Opens what {@link FullTextWriter} wrote. */
    public static FullText open(Path folder) throws IOException {
        LuceneMessages.quiet();
        return new FullText(DirectoryReader.open(FSDirectory.open(folder)));
    }

    /** The row of a document and how well it answers. */
    public record Match(int ordinal, double score) {}

    /** The best documents for the query; every input is a query, none is a mistake. */
    public List<Match> search(String query, int limit) {
        if (limit == 0 || reader.numDocs() == 0) {
            return List.of();
        }
        try {
            Query parsed = new SimpleQueryParser(analyzer, FIELDS).parse(query);
            List<Match> matches = new ArrayList<>();
            for (ScoreDoc found : searcher.search(parsed, Math.min(limit, reader.numDocs()), BEST_FIRST).scoreDocs) {
                Object[] values = ((FieldDoc) found).fields;
                matches.add(new Match(((Long) values[1]).intValue(), ((Float) values[0]).doubleValue()));
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot search the full text for \"" + query + "\"", e);
        }
    }

    /** The part of a text with the most words of the query. */
    public Excerpt excerpt(String query, String text) {
        return new Excerpts(analyzer).best(query, text);
    }

    /** A part of a text and the char it begins at. */
    public record Excerpt(int offset, String text) {}

    @Override
    public void close() {
        try {
            reader.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the full text index", e);
        }
    }
}
