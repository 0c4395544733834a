package dev.ayatori.corpus.read;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
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
                case AUTO, WARC, ARC, JSONL, PARQUET, WIKI, AOZORA ->
                    throw new IOException("its format is not read yet");
            }
        } catch (IOException e) {
            sink.quarantined(Quarantined.at(new Place(file.uri(), "", 0), "it cannot be read: " + e.getMessage()));
        }
    }
}
