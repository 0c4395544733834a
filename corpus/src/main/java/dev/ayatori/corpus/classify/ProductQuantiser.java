package dev.ayatori.corpus.classify;

import java.io.IOException;

/**
 * Rows as a code of one byte for each part of them: the centre that is nearest (Jégou, Douze and Schmid, "Product
 * Quantization for Nearest Neighbor Search", 2011). In files: dimensions, parts, their width and that of the last (i32
 * each), then 256 centres for each part.
 */
record ProductQuantiser(int parts, int width, int lastWidth, float[] centres) {
    private static final int CENTRES = 256;

    /** What each row is multiplied with. */
    interface Norms {
        float of(int row);
    }

    static ProductQuantiser read(LittleEndian in) throws IOException {
        int dimensions = in.i32();
        int parts = in.i32();
        int width = in.i32();
        int lastWidth = in.i32();
        if (parts < 1 || width < 1 || lastWidth < 1 || dimensions != (parts - 1L) * width + lastWidth) {
            throw new IllegalArgumentException("%d parts of %d values, the last of %d, do not make %d dimensions"
                    .formatted(parts, width, lastWidth, dimensions));
        }
        float[] centres = in.floats(new float[Math.multiplyExact(dimensions, CENTRES)]);
        return new ProductQuantiser(parts, width, lastWidth, centres);
    }

    /** The first value of a centre of the first part. */
    float first(byte code) {
        return centres[Byte.toUnsignedInt(code) * (parts == 1 ? lastWidth : width)];
    }

    /** Writes each row from its codes. */
    void unpack(byte[] codes, Norms norms, Rows matrix) {
        if (codes.length != (long) parts * matrix.rows() || (parts - 1) * width + lastWidth != matrix.columns()) {
            throw new IllegalArgumentException("%,d codes of %d parts do not fit %,d rows of %d values"
                    .formatted(codes.length, parts, matrix.rows(), matrix.columns()));
        }
        for (int row = 0; row < matrix.rows(); row++) {
            float norm = norms.of(row);
            for (int part = 0; part < parts; part++) {
                int length = part == parts - 1 ? lastWidth : width;
                int code = Byte.toUnsignedInt(codes[row * parts + part]);
                int centre = part * CENTRES * width + code * length;
                int to = row * matrix.columns() + part * width;
                for (int i = 0; i < length; i++) {
                    matrix.values()[to + i] = norm * centres[centre + i];
                }
            }
        }
    }
}
