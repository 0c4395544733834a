package dev.ayatori.corpus.classify;

import java.nio.ByteBuffer;

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

    static ProductQuantiser read(ByteBuffer in) {
        int dimensions = in.getInt();
        int parts = in.getInt();
        int width = in.getInt();
        int lastWidth = in.getInt();
        if (parts < 1 || width < 1 || lastWidth < 1 || dimensions != (parts - 1) * width + lastWidth) {
            throw new IllegalArgumentException("%d parts of %d values, the last of %d, do not make %d dimensions"
                    .formatted(parts, width, lastWidth, dimensions));
        }
        if ((long) dimensions * CENTRES * Float.BYTES > in.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        float[] centres = new float[dimensions * CENTRES];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = in.getFloat();
        }
        return new ProductQuantiser(parts, width, lastWidth, centres);
    }

    /** The first value of a centre of the first part. */
    float first(byte code) {
        return centres[Byte.toUnsignedInt(code) * (parts == 1 ? lastWidth : width)];
    }

    /** Writes each row from its codes. */
    void unpack(byte[] codes, Norms norms, Rows matrix) {
        if (codes.length != (long) parts * matrix.rows()) {
            throw new IllegalArgumentException(
                    codes.length + " codes do not fit " + matrix.rows() + " rows of " + parts + " parts");
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
