package dev.ayatori.corpus.read.record;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Place;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.stream.Limits;
import dev.ayatori.corpus.source.ReadSettings;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes pages of records' fields, or says why a record is none. */
final class RecordPages {
    /** A day at the beginning of a date and time. */
    private static final int DAY = 10;

    private final InputFile file;
    private final PageSink sink;
    private final ReadSettings reading;

    RecordPages(InputFile file, PageSink sink) {
        this.file = file;
        this.sink = sink;
        this.reading = file.reading();
    }

    /** Names of all fields that are asked for. */
    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(reading.metadata());
        fields.add(reading.text());
        fields.add(reading.uri());
        fields.add(reading.date());
        fields.add("title");
        fields.remove("");
        return fields;
    }

    /** Where the record stands. */
    Place place(long number, long offset) {
        return new Place(file.uri(), Long.toString(number), offset);
    }

    void quarantine(Place place, String reason) {
        sink.quarantined(Quarantined.at(place, reason));
    }

    /** One record with the fields that it has of those asked for. */
    void record(Place place, SortedMap<String, String> fields) {
        String text = fields.get(reading.text());
        if (text == null) {
            quarantine(place, "it has no text in the field \"" + reading.text() + "\"; name its field in reading.text");
        } else if (text.length() > Limits.RECORD) {
            quarantine(place, "its text is larger than " + Limits.RECORD + " characters");
        } else {
            String broken = broken(text);
            if (broken.isEmpty()) {
                sink.page(page(place, text, fields));
            } else {
                quarantine(place, broken);
            }
        }
    }

    private RawPage page(Place place, String text, SortedMap<String, String> fields) {
        SortedMap<String, String> metadata = new TreeMap<>();
        for (String name : reading.metadata()) {
            String value = fields.get(name);
            if (value != null) {
                metadata.put(name, value);
            }
        }
        String date = fields.getOrDefault(reading.date(), file.date());
        return new RawPage(
                place,
                fields.getOrDefault(reading.uri(), place.text()),
                file.collection(),
                file.licence(),
                date.substring(0, Math.min(DAY, date.length())),
                fields.getOrDefault("title", ""),
                PageKind.TEXT,
                new PageContent.Text(text),
                metadata);
    }

    /** Why a text cannot be one; empty when it can. */
    private static String broken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "its text holds NUL, at character " + i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "its text holds half of a surrogate pair, at character " + i;
                }
                i++;
            }
        }
        return "";
    }
}
