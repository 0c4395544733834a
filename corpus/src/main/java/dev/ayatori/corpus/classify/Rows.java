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

    static Rows zeros(long rows, long columns) {
        if (rows < 0 || columns < 1 || rows > (Integer.MAX_VALUE - 8) / columns) {
            throw new IllegalArgumentException(
                    "a matrix of %,d rows of %,d values is too large; take fewer buckets or dimensions"
                            .formatted(rows, columns));
        }
        return new Rows(new float[(int) (rows * columns)], (int) columns);
    }

    int rows() {
        return values.length / columns;
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

    /** Adds a vector to a row. */
    void add(int row, float[] vector) {
        int start = row * columns;
        for (int i = 0; i < vector.length; i++) {
            values[start + i] += vector[i];
        }
    }

    /** Adds {@code step} times a row to the gradient, then {@code step} times the hidden vector to the row. */
    void learn(int row, float[] hidden, float step, float[] gradient) {
        int start = row * columns;
        for (int i = 0; i < hidden.length; i++) {
            gradient[i] += step * values[start + i];
            values[start + i] += step * hidden[i];
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

    /** The product with a vector; each row is summed from first to last, several at once. */
    float[] times(float[] vector) {
        float[] product = new float[rows()];
        int row = 0;
        for (; row + 4 <= product.length; row += 4) {
            int start = row * columns;
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            for (int i = 0; i < vector.length; i++) {
                a += values[start + i] * vector[i];
                b += values[start + columns + i] * vector[i];
                c += values[start + 2 * columns + i] * vector[i];
                d += values[start + 3 * columns + i] * vector[i];
            }
            product[row] = a;
            product[row + 1] = b;
            product[row + 2] = c;
            product[row + 3] = d;
        }
        for (; row < product.length; row++) {
            product[row] = dot(row, vector);
        }
        return product;
    }
}
