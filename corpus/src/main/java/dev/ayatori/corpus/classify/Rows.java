package dev.ayatori.corpus.classify;

/**
 * A matrix of f32 in one array.
 *
 * @param values row by row
 * @param columns values of one row
 */
@SuppressWarnings("ArrayRecordComponent") // a record here is two fields that belong together, never compared
record Rows(float[] values, int columns) {
    static Rows zeros(long rows, int columns) {
        long size = Math.multiplyExact(rows, (long) columns);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a matrix of %,d x %d values is too large; take fewer buckets or dimensions"
                            .formatted(rows, columns));
        }
        return new Rows(new float[(int) size], columns);
    }

    int rows() {
        return columns == 0 ? 0 : values.length / columns;
    }

    /** Adds a row to a vector. */
    void addTo(float[] vector, int row) {
        int start = row * columns;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += values[start + i];
        }
    }

    /** Adds {@code factor} times a vector to a row. */
    void add(int row, float[] vector, float factor) {
        int start = row * columns;
        for (int i = 0; i < vector.length; i++) {
            values[start + i] += factor * vector[i];
        }
    }

    /** Adds {@code factor} times a row to a vector. */
    void addTo(float[] vector, int row, float factor) {
        int start = row * columns;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += factor * values[start + i];
        }
    }

    float dot(int row, float[] vector) {
        int start = row * columns;
        float sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += values[start + i] * vector[i];
        }
        return sum;
    }
}
