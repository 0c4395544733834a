package dev.ayatori.corpus.classify;

/**
 * A matrix of f32 in one array.
 *
 * @param values row by row
 * @param columns values of one row
 */
@SuppressWarnings("ArrayRecordComponent") // a record here is two fields that belong together, never compared
record Rows(float[] values, int columns) {
    private static final int TOGETHER = 8;

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

    /** The sum of the first {@code count} of these rows, from first to last. */
    float[] sum(int[] rows, int count) {
        float[] sum = new float[columns];
        int stride = columns / TOGETHER;
        for (int column = 0; column < stride; column++) {
            sumTogether(rows, count, column, sum);
        }
        for (int i = 0; i < count; i++) {
            for (int rest = stride * TOGETHER; rest < columns; rest++) {
                sum[rest] += values[rows[i] * columns + rest];
            }
        }
        return sum;
    }

    /**
     * Every so manieth column of all rows, in registers: the first time through fetches whole rows from memory, many at once, and
     * the others find them in the cache.
     */
    private void sumTogether(int[] rows, int count, int column, float[] sum) {
        int stride = columns / TOGETHER;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = 0; i < count; i++) {
            int start = rows[i] * columns + column;
            a += values[start];
            b += values[start + stride];
            c += values[start + 2 * stride];
            d += values[start + 3 * stride];
            e += values[start + 4 * stride];
            f += values[start + 5 * stride];
            g += values[start + 6 * stride];
            h += values[start + 7 * stride];
        }
        sum[column] = a;
        sum[column + stride] = b;
        sum[column + 2 * stride] = c;
        sum[column + 3 * stride] = d;
        sum[column + 4 * stride] = e;
        sum[column + 5 * stride] = f;
        sum[column + 6 * stride] = g;
        sum[column + 7 * stride] = h;
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
