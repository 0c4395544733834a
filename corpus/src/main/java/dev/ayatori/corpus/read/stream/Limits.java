package dev.ayatori.corpus.read.stream;

/** What is larger than this is no text for people, or a bomb. */
public final class Limits {
    /** Bytes of the largest page or record that is read, decompressed. */
    public static final int RECORD = 16 << 20;

    /** Bytes after which a file in which no record ends is given up. */
    public static final long ENDLESS = 4L << 30;

    private Limits() {}
}
