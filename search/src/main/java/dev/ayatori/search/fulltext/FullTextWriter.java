package dev.ayatori.search.fulltext;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Writes the full text index. Its files differ from run to run (Lucene draws random ids), its answers do not. */
public final class FullTextWriter implements AutoCloseable {
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String ORDINAL = "ordinal";

    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final IndexWriter writer;

    private FullTextWriter(Directory directory) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig(new FullTextAnalyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        this.writer = new IndexWriter(directory, config);
    }

    /** Begins an empty index in {@code folder}. */
    public static FullTextWriter create(Path folder) throws IOException {
        LuceneMessages.quiet();
        return new FullTextWriter(FSDirectory.open(folder));
    }

    /** Adds the document of this row. */
    public void add(int ordinal, String title, String text) throws IOException {
        Document document = new Document();
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(new TextField(TITLE, title, Field.Store.NO));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        writer.addDocument(document);
    }

    /** Merges to one segment and completes the index. */
    public void finish() throws IOException {
        writer.forceMerge(1);
        writer.commit();
        close();
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
