package dev.ayatori.corpus.table;

/** A named column of a table. */
public record Column(String name, Kind kind) {
    /** What a column holds: {@code String}, {@code long} or {@code double}. */
    public enum Kind {
        TEXT,
        NUMBER,
        DECIMAL
    }

    /** A column of strings. */
    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    /** A column of longs. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    /** A column of doubles. */
    public static Column decimal(String name) {
        return new Column(name, Kind.DECIMAL);
    }
}
