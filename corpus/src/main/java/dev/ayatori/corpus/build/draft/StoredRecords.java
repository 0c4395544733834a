package dev.ayatori.corpus.build.draft;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.page.Place;
import java.util.List;

/** Drafts and documents as bytes and back. */
public final class StoredRecords {
    private StoredRecords() {}

    public static byte[] bytes(Draft draft) {
        return RecordBytes.of(
                draft.place().file(),
                draft.place().entry(),
                draft.place().offset(),
                draft.uri(),
                draft.collection(),
                draft.licence(),
                draft.date(),
                draft.language(),
                draft.title(),
                draft.untouched().equals(draft.text()) ? "" : draft.untouched(),
                draft.text(),
                draft.metadata());
    }

    public static Draft draft(byte[] record) {
        var in = new RecordBytes.Reader(record);
        Place place = new Place(in.text(), in.text(), Long.parseLong(in.text()));
        String uri = in.text();
        String collection = in.text();
        String licence = in.text();
        String date = in.text();
        String language = in.text();
        String title = in.text();
        String untouched = in.text();
        String text = in.text();
        return new Draft(
                place,
                uri,
                collection,
                licence,
                date,
                language,
                title,
                untouched.isEmpty() ? text : untouched,
                text,
                in.map(),
                List.of());
    }

    /** A document that was kept so far is a removal without a rule. */
    public static byte[] bytes(Removal removal) {
        Document document = removal.document();
        return RecordBytes.of(
                document.id(),
                document.text(),
                document.uri(),
                document.collection(),
                document.licence(),
                document.date(),
                document.language(),
                document.attributes(),
                removal.rule(),
                removal.value(),
                removal.threshold());
    }

    public static Removal removal(byte[] record) {
        var in = new RecordBytes.Reader(record);
        Document document =
                new Document(in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.map());
        return new Removal(document, in.text(), in.text(), in.text(), "");
    }

    /** An id as a number that rises with it. */
    public static long key(String id) {
        return Long.parseUnsignedLong(id, 16) ^ Long.MIN_VALUE;
    }

    /** The id of a key. */
    public static String id(long key) {
        return String.format(java.util.Locale.ROOT, "%016x", key ^ Long.MIN_VALUE);
    }
}
