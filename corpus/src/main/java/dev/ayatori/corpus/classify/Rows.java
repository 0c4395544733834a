package dev.ayatori.corpus.classify;

/**
 * A matrix of f32 in one array.
 *
 * @param values row by row
 * @param columns values of one row
 */
@SuppressWarnings("ArrayRecordComponent") // a record here is two fields that belong together, never compared
record Rows(float[] values, int columns) {
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

    /** The sum of the first {@code count} of these rows, from first to last: eight at once, which memory fetches together. */
    float[] sum(int[] rows, int count) {
        float[] sum = new float[columns];
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            addEight(rows, i, sum);
        }
        for (; i < count; i++) {
            int start = rows[i] * columns;
            for (int column = 0; column < sum.length; column++) {
                sum[column] += values[start + column];
            }
        }
        return sum;
    }

    private void addEight(int[] rows, int from, float[] sum) {
        int a = rows[from] * columns;
        int b = rows[from + 1] * columns;
        int c = rows[from + 2] * columns;
        int d = rows[from + 3] * columns;
        int e = rows[from + 4] * columns;
        int f = rows[from + 5] * columns;
        int g = rows[from + 6] * columns;
        int h = rows[from + 7] * columns;
        for (int i = 0; i < sum.length; i++) {
            float first = sum[i] + values[a + i] + values[b + i] + values[c + i] + values[d + i];
            sum[i] = first + values[e + i] + values[f + i] + values[g + i] + values[h + i];
        }
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
