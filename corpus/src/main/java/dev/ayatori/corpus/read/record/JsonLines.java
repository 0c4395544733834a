package dev.ayatori.corpus.read.record;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.read.stream.Compression;
import dev.ayatori.corpus.read.stream.Limits;
import dev.ayatori.corpus.read.stream.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Reads files of JSON lines: one object a line, blank lines between them allowed. */
public final class JsonLines {
    private final RecordPages pages;
    private final JsonFields fields;

    private JsonLines(InputFile file, PageSink sink) {
        this.pages = new RecordPages(file, sink);
        this.fields = new JsonFields(pages.fields());
    }

    /** Reads the file; records are numbered by line from 1. */
    public static void read(InputFile file, PageSink sink) throws IOException {
        try (InputStream in = Compression.open(Path.of(file.path()))) {
            new JsonLines(file, sink).read(in);
        }
    }

    private void read(InputStream in) {
        Lines lines = new Lines(in);
        long number = 0;
        try {
            while (lines.next()) {
                number++;
                line(lines, pages.place(number, lines.offset()));
            }
        } catch (IOException e) {
            String reason = "its compressed bytes cannot be read from here on: " + e.getMessage();
            pages.quarantine(pages.place(number + 1, lines.offset()), reason);
        }
    }

    private void line(Lines lines, Place place) {
        if (lines.tooLong()) {
            pages.quarantine(place, "its line is larger than " + Limits.RECORD + " bytes");
        } else if (!isBlank(lines)) {
            try {
                pages.record(place, fields.read(lines.bytes(), lines.begin(), lines.length()));
            } catch (JacksonException e) {
                pages.quarantine(place, "it is no JSON: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                pages.quarantine(place, String.valueOf(e.getMessage()));
            }
        }
    }

    private static boolean isBlank(Lines lines) {
        for (int i = lines.begin(); i < lines.begin() + lines.length(); i++) {
            if (lines.bytes()[i] < 0 || lines.bytes()[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
