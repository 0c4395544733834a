package dev.ayatori.corpus.read;

import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.ReadSettings;
import java.util.Locale;
import java.util.Set;

/** What a file is when the recipe does not say. */
final class Formats {
    private static final Set<String> COMPRESSIONS = Set.of("gz", "zst", "bz2");

    private Formats() {}

    /** The format of a file, never {@link Format#AUTO}. */
    static Format of(ReadSettings reading, String name) {
        if (reading.format() != Format.AUTO) {
            return reading.format();
        }
        String plain = name.toLowerCase(Locale.ROOT);
        if (COMPRESSIONS.contains(extension(plain))) {
            plain = plain.substring(0, plain.lastIndexOf('.'));
        }
        return switch (extension(plain)) {
            case "jar", "zip" -> Format.ARCHIVE;
            case "warc", "wet" -> Format.WARC;
            case "arc" -> Format.ARC;
            case "jsonl", "ndjson", "json" -> Format.JSONL;
            case "parquet" -> Format.PARQUET;
            case "xml" -> Format.WIKI;
            default -> Format.PAGE;
        };
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
