package dev.ayatori.corpus.classify;

/**
 * A matrix of f32 in one array.
 *
 * @param values row by row
 * @param columns values of one row
 */
@SuppressWarnings("ArrayRecordComponent") // a record here is two fields that belong together, never compared
record Rows(float[] values, int columns) {
    private static final int BLOCK = 8;

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
        int column = 0;
        for (; column + BLOCK <= columns; column += BLOCK) {
            sumBlock(rows, count, column, sum);
        }
        for (int i = 0; i < count; i++) {
            for (int rest = column; rest < columns; rest++) {
                sum[rest] += values[rows[i] * columns + rest];
            }
        }
        return sum;
    }

    /** Eight columns at a time, in registers. */
    private void sumBlock(int[] rows, int count, int column, float[] sum) {
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
            b += values[start + 1];
            c += values[start + 2];
            d += values[start + 3];
            e += values[start + 4];
            f += values[start + 5];
            g += values[start + 6];
            h += values[start + 7];
        }
        sum[column] = a;
        sum[column + 1] = b;
        sum[column + 2] = c;
        sum[column + 3] = d;
        sum[column + 4] = e;
        sum[column + 5] = f;
        sum[column + 6] = g;
        sum[column + 7] = h;
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
