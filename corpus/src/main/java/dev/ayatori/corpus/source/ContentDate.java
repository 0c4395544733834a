package dev.ayatori.corpus.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The day a jar's newest entry was written, the same in every time zone. */
final class ContentDate {
    /** Tools that build reproducibly write a day of 1980: it says nothing. */
    private static final LocalDate MEANINGLESS_BEFORE = LocalDate.of(1990, 1, 1);

    private static final int EXTENDED_TIMESTAMP = 0x5455;
    private static final int FIELD_HEADER = 4;

    private ContentDate() {}

    /** The day as {@code yyyy-MM-dd}; empty when no entry has a meaningful one. */
    static String newest(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ContentDate::day)
                    .filter(day -> day.isAfter(MEANINGLESS_BEFORE))
                    .max(LocalDate::compareTo)
                    .map(LocalDate::toString)
                    .orElse("");
        }
    }

    /** Entries hold either an instant or, in the plain form, a local time without zone. */
    private static LocalDate day(ZipEntry entry) {
        return hasInstant(entry)
                ? entry.getLastModifiedTime().toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : entry.getTimeLocal().toLocalDate();
    }

    private static boolean hasInstant(ZipEntry entry) {
        byte[] extra = entry.getExtra();
        if (extra == null) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= FIELD_HEADER) {
            int tag = Short.toUnsignedInt(fields.getShort());
            int size = Short.toUnsignedInt(fields.getShort());
            if (tag == EXTENDED_TIMESTAMP || tag == 0x000a) {
                return true;
            }
            fields.position(Math.min(fields.limit(), fields.position() + size));
        }
        return false;
    }
}
