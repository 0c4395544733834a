package dev.ayatori.corpus.read.web;

import dev.ayatori.corpus.read.stream.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * ARC records, version 1: a line with address, IP address, date, content type and length, then a block of that length
 * (Internet Archive, "ARC File Format", 1996).
 */
final class ArcFormat implements RecordFormat {
    private static final int FIELDS = 4;

    @Override
    public WebRecord read(ByteInput in) throws IOException {
        String line = in.line();
        String[] fields = lastFields(line);
        if (fields.length != FIELDS || !fields[1].matches("\\d{8,}")) {
            throw DamagedRecord.noRecord("ARC");
        }
        if (!fields[FIELDS - 1].matches("\\d{1,18}")) {
            throw new DamagedRecord("its length is \"" + fields[FIELDS - 1] + "\", no number");
        }
        long length = Long.parseLong(fields[FIELDS - 1]);
        if (length > Limits.RECORD) {
            in.skip(length);
            throw new DamagedRecord("it is larger than " + Limits.RECORD + " bytes");
        }
        byte[] block = in.block((int) length);
        String uri = line.substring(0, line.length() - String.join(" ", fields).length())
                .strip();
        String written = new String(uri.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String date = fields[1].substring(0, 4) + "-" + fields[1].substring(4, 6) + "-" + fields[1].substring(6, 8);
        boolean web = written.startsWith("http://") || written.startsWith("https://");
        return new WebRecord(
                web ? "response" : "description", written.replace(" ", "%20"), date, "application/http", block);
    }

    /** The address may hold spaces, so the fields are counted from the end: IP address, date, type, length. */
    private static String[] lastFields(String line) {
        String[] parts = line.split(" ");
        if (parts.length < FIELDS + 1) {
            return new String[0];
        }
        String[] last = new String[FIELDS];
        System.arraycopy(parts, parts.length - FIELDS, last, 0, FIELDS);
        return last;
    }
}
