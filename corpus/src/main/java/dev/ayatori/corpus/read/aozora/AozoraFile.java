package dev.ayatori.corpus.read.aozora;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.stream.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a text of Aozora Bunko, by itself or in the zip that the library hands out. */
public final class AozoraFile {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final InputFile file;
    private final PageSink sink;

    private AozoraFile(InputFile file, PageSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reads the file; the author becomes metadata. */
    public static void read(InputFile file, PageSink sink) throws IOException {
        AozoraFile reader = new AozoraFile(file, sink);
        if (file.path().endsWith(".zip")) {
            reader.zip();
        } else {
            try (InputStream in = Files.newInputStream(Path.of(file.path()))) {
                reader.text(new Place(file.uri(), "", 0), in.readNBytes(Limits.RECORD + 1));
            }
        }
    }

    private void zip() throws IOException {
        try (ZipFile zip = new ZipFile(file.path())) {
            List<? extends ZipEntry> texts = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txt"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : texts) {
                Place place = new Place(file.uri(), entry.getName(), 0);
                try (InputStream in = zip.getInputStream(entry)) {
                    text(place, in.readNBytes(Limits.RECORD + 1));
                } catch (IOException e) {
                    sink.quarantined(Quarantined.at(place, "its compressed bytes are damaged: " + e.getMessage()));
                }
            }
        }
    }

    private void text(Place place, byte[] bytes) {
        if (bytes.length > Limits.RECORD) {
            sink.quarantined(Quarantined.at(place, "it is larger than " + Limits.RECORD + " bytes"));
            return;
        }
        AozoraText text = AozoraText.parse(decoded(bytes));
        if (text.text().isEmpty()) {
            sink.quarantined(Quarantined.at(place, "it has no text"));
            return;
        }
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put("author", text.author());
        sink.page(new RawPage(
                place,
                place.text(),
                file.collection(),
                file.licence(),
                file.date(),
                text.title(),
                PageKind.TEXT,
                new PageContent.Text(text.text()),
                metadata));
    }

    /** Files of the library are Shift_JIS; copies that others converted are UTF-8, which Shift_JIS hardly ever is. */
    private static String decoded(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8.replace("\uFEFF", "") : new String(bytes, SHIFT_JIS);
    }
}
