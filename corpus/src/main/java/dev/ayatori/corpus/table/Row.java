package dev.ayatori.corpus.table;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a table: a value of type {@code String}, {@code Long} or {@code Double} per column name.
 *
 * <p>Rows are built by chaining: {@code Row.of("id", id).and("tokens", 12)}.
 */
public final class Row {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Row() {}

    /** A row with one text so far. */
    public static Row of(String column, String value) {
        return new Row().and(column, value);
    }

    /** A row with one number so far. */
    public static Row of(String column, long value) {
        return new Row().and(column, value);
    }

    /** Adds a text. */
    public Row and(String column, String value) {
        values.put(column, value);
        return this;
    }

    /** Adds a number. */
    public Row and(String column, long value) {
        values.put(column, value);
        return this;
    }

    /** Adds a decimal. */
    public Row and(String column, double value) {
        values.put(column, value);
        return this;
    }

    /** The text in this column. */
    public String text(String column) {
        return value(column, String.class);
    }

    /** The number in this column. */
    public long number(String column) {
        return value(column, Long.class);
    }

    /** The decimal in this column. */
    public double decimal(String column) {
        return value(column, Double.class);
    }

    private <T> T value(String column, Class<T> kind) {
        Object value = values.get(column);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("column '" + column + "' should hold a " + kind.getSimpleName()
                    + ", but the row is " + values.keySet() + " with " + value + " there");
        }
        return kind.cast(value);
    }

    static Row empty() {
        return new Row();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
