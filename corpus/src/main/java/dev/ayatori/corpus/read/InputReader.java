package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.read.aozora.AozoraFile;
import dev.ayatori.corpus.read.record.JsonLines;
import dev.ayatori.corpus.read.record.ParquetRecords;
import dev.ayatori.corpus.read.web.Captures;
import dev.ayatori.corpus.read.wiki.WikiDump;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one input file into pages; a pure function of the file, in the file's order. */
public final class InputReader {
    private InputReader() {}

    /**
     * Hands every page and record of the file to the sink. What cannot be read goes there as quarantined, down to the
     * whole file: no bad input is an error.
     */
    public static void read(InputFile file, PageSink sink) {
        String name = Path.of(file.path()).getFileName().toString();
        try {
            switch (Formats.of(file.reading(), name)) {
                case ARCHIVE -> new ArchiveReader(file, sink).read();
                case PAGE -> new PageReader(file, sink).file();
                case WARC -> Captures.readWarc(file, sink);
                case ARC -> Captures.readArc(file, sink);
                case JSONL -> JsonLines.read(file, sink);
                case PARQUET -> ParquetRecords.read(file, sink);
                case WIKI -> WikiDump.read(file, sink);
                case AOZORA -> AozoraFile.read(file, sink);
                case AUTO -> throw new AssertionError("the format of " + file.uri() + " was to be told by its name");
            }
        } catch (IOException e) {
            sink.quarantined(Quarantined.at(new Place(file.uri(), "", 0), "it cannot be read: " + e.getMessage()));
        }
    }
}
