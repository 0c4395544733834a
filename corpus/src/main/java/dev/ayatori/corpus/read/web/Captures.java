package dev.ayatori.corpus.read.web;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.stream.Compression;
import dev.ayatori.corpus.read.stream.GzipMembers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Reads WARC and ARC files; a page is handed on when its record and the gzip member around it have proved whole. */
public final class Captures {
    private final InputFile file;
    private final PageSink sink;
    private final RecordFormat format;
    private final WebPages pages;
    private Optional<RawPage> unproved = Optional.empty();
    private Place current;
    private boolean damaged;

    private Captures(InputFile file, PageSink sink, RecordFormat format) {
        this.file = file;
        this.sink = sink;
        this.format = format;
        this.pages = new WebPages(file);
        this.current = new Place(file.uri(), "0", 0);
    }

    /** Reads a WARC file, also one of extracted text. */
    public static void readWarc(InputFile file, PageSink sink) throws IOException {
        new Captures(file, sink, new WarcFormat()).read();
    }

    /** Reads an ARC file. */
    public static void readArc(InputFile file, PageSink sink) throws IOException {
        new Captures(file, sink, new ArcFormat()).read();
    }

    private void read() throws IOException {
        Path path = Path.of(file.path());
        if (Compression.of(path) == Compression.GZIP) {
            try (GzipMembers members = GzipMembers.open(path)) {
                readMembers(members);
            }
        } else {
            try (InputStream in = Compression.open(path)) {
                ByteInput input = new ByteInput(in);
                try {
                    records(input, 0);
                } catch (IOException e) {
                    quarantine(current, e);
                }
            }
        }
    }

    private void readMembers(GzipMembers members) throws IOException {
        while (true) {
            ByteInput input = new ByteInput(members);
            try {
                if (!members.next()) {
                    return;
                }
                current = place(members.offset(), 0);
                records(input, members.offset());
            } catch (IOException e) {
                // Bytes inside damage may look like a member: they are the same damage.
                if (!damaged || input.offset() > 0) {
                    quarantine(input.offset() > 0 ? current : place(members.offset(), 0), e);
                }
                damaged = true;
            }
        }
    }

    /** Reads up to the end of the stream; the last page is proved by the end being reached. */
    private void records(ByteInput in, long member) throws IOException {
        unproved = Optional.empty();
        while (!in.atEnd()) {
            handOn();
            current = place(member, in.offset());
            try {
                unproved = page(format.read(in), current);
                damaged = false;
            } catch (RecordFormat.DamagedRecord e) {
                if (!damaged || !e.follows()) {
                    quarantine(current, e);
                }
                damaged = true;
            }
        }
        handOn();
    }

    private Optional<RawPage> page(WebRecord record, Place place) {
        try {
            return pages.page(record, place);
        } catch (IOException e) {
            quarantine(place, e);
        } catch (RuntimeException e) {
            // Whatever the parser trips over, one broken page must not stop ten thousand others.
            quarantine(place, new IOException("it cannot be taken apart: " + e, e));
        }
        return Optional.empty();
    }

    private void handOn() {
        unproved.ifPresent(sink::page);
        unproved = Optional.empty();
    }

    private void quarantine(Place place, IOException reason) {
        sink.quarantined(Quarantined.at(place, String.valueOf(reason.getMessage())));
    }

    private Place place(long member, long inside) {
        return inside == 0 || member == 0
                ? new Place(file.uri(), Long.toString(member + inside), member + inside)
                : new Place(file.uri(), member + "." + inside, member);
    }
}
