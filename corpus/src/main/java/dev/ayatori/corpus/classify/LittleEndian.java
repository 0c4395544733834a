package dev.ayatori.corpus.classify;

import dev.ayatori.track.AyatoriException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little-endian numbers of a model file one after the other; it knows where it stands and tells it in errors. */
final class LittleEndian {
    private static final int LONGEST_ENTRY = 1 << 24;

    private final String file;
    private final InputStream in;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long filled;

    LittleEndian(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** What to throw where the file is not as it should be. */
    AyatoriException broken(String why) {
        return new AyatoriException("%s is no whole fastText model: %s (at byte %,d). Download or copy it again."
                .formatted(file, why, position()));
    }

    String file() {
        return file;
    }

    long position() {
        return filled - buffer.remaining();
    }

    byte i8() throws IOException {
        return ensure(1).get();
    }

    int i32() throws IOException {
        return ensure(Integer.BYTES).getInt();
    }

    long i64() throws IOException {
        return ensure(Long.BYTES).getLong();
    }

    double f64() throws IOException {
        return ensure(Double.BYTES).getDouble();
    }

    /** The bytes before the next NUL. */
    byte[] entry() throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        for (byte next = i8(); next != 0; next = i8()) {
            entry.write(next);
            if (entry.size() > LONGEST_ENTRY) {
                throw broken("an entry of its dictionary has no end");
            }
        }
        return entry.toByteArray();
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count; ) {
            int length = Math.min(count - done, ensure(1).remaining());
            buffer.get(bytes, done, length);
            done += length;
        }
        return bytes;
    }

    float[] floats(float[] into) throws IOException {
        for (int done = 0; done < into.length; ) {
            int length = Math.min(into.length - done, ensure(Float.BYTES).remaining() / Float.BYTES);
            buffer.asFloatBuffer().get(into, done, length);
            buffer.position(buffer.position() + length * Float.BYTES);
            done += length;
        }
        return into;
    }

    private ByteBuffer ensure(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            int read = in.readNBytes(buffer.array(), buffer.position(), buffer.remaining());
            buffer.position(buffer.position() + read).flip();
            filled += read;
            if (buffer.remaining() < bytes) {
                buffer.position(buffer.limit());
                throw broken("it ends in the middle");
            }
        }
        return buffer;
    }
}
