package dev.ayatori.corpus.source;

/** What kind of file a source holds. */
public enum Format {
    /** Told by the file's name. */
    AUTO,
    /** One page, source file or plain text. */
    PAGE,
    /** A jar or zip of pages and source files. */
    ARCHIVE,
    /** WARC, or text extracted to WARC (WET), plain, gzip or zstd. */
    WARC,
    /** ARC, the format before WARC, plain or gzip. */
    ARC,
    /** One JSON object a line, plain, gzip, zstd or bzip2. */
    JSONL,
    /** Parquet. */
    PARQUET,
    /** A MediaWiki XML dump, plain, gzip, zstd or bzip2. */
    WIKI,
    /** A text of Aozora Bunko with its notes, plain or in a zip. */
    AOZORA
}
