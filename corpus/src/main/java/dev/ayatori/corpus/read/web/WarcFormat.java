package dev.ayatori.corpus.read.web;

import dev.ayatori.corpus.read.stream.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** WARC records (ISO 28500): version, header fields, a block of the announced length, two line ends. */
final class WarcFormat implements RecordFormat {
    private static final String VERSION = "WARC/";
    private static final Set<String> PAGES = Set.of("response", "resource", "conversion");
    private static final byte[] NOTHING = {};
    private static final int DAY = 10;

    @Override
    public WebRecord read(ByteInput in) throws IOException {
        if (!in.follows(VERSION)) {
            resynchronise(in);
            throw DamagedRecord.noRecord("WARC");
        }
        in.line();
        Map<String, String> fields = fields(in);
        long length = length(fields, in);
        String type = fields.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT);
        byte[] block = NOTHING;
        if (length > Limits.RECORD || !PAGES.contains(type)) {
            in.skip(length);
        } else {
            block = in.block((int) length);
        }
        checkEnd(in, block);
        if (block.length < length && PAGES.contains(type)) {
            throw new DamagedRecord("it is larger than " + Limits.RECORD + " bytes");
        }
        String date = fields.getOrDefault("warc-date", "");
        return new WebRecord(
                type,
                uri(fields.getOrDefault("warc-target-uri", "")),
                date.substring(0, Math.min(DAY, date.length())),
                fields.getOrDefault("content-type", ""),
                block);
    }

    /** Header fields by lower-case name; a line that begins with white space continues the one before. */
    private static Map<String, String> fields(ByteInput in) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        String last = "";
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            int colon = line.indexOf(':');
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                fields.merge(last, line.strip(), (before, more) -> before + " " + more);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(last, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static long length(Map<String, String> fields, ByteInput in) throws IOException {
        String length = fields.getOrDefault("content-length", "");
        if (!length.matches("\\d{1,18}")) {
            resynchronise(in);
            throw new DamagedRecord("its Content-Length is \"" + length + "\", no number");
        }
        return Long.parseLong(length);
    }

    /** Behind the block the next record must begin; where it does not, the announced length was wrong. */
    private static void checkEnd(ByteInput in, byte[] block) throws IOException {
        if (in.atEnd() || in.follows(VERSION)) {
            return;
        }
        // It may have been too large and hold the next record.
        in.putBack(block, 0);
        resynchronise(in);
        throw new DamagedRecord("its Content-Length is wrong: no record begins behind its block");
    }

    /** Goes on to the next line that begins a record, or to the end. */
    private static void resynchronise(ByteInput in) throws IOException {
        in.passOverLines(VERSION);
    }

    /** Some tools write the address in angle brackets, some leave spaces in it. */
    private static String uri(String written) {
        String bare =
                written.startsWith("<") && written.endsWith(">") ? written.substring(1, written.length() - 1) : written;
        String utf8 = new String(bare.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.replace(" ", "%20");
    }
}
