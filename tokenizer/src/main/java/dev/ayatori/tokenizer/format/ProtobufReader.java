package dev.ayatori.tokenizer.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the fields of one protobuf message one by one; each field is read or skipped before the next. */
final class ProtobufReader {
    private final ByteBuffer in;
    private int type;

    ProtobufReader(ByteBuffer in) {
        this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The number of the next field, or 0 at the end. */
    int nextField() {
        if (!in.hasRemaining()) {
            return 0;
        }
        long key = varint();
        type = (int) (key & 7);
        long field = key >>> 3;
        if (field < 1 || field > 536_870_911) {
            throw broken("field number " + field);
        }
        return (int) field;
    }

    long number() {
        expect(0);
        return varint();
    }

    float decimal() {
        expect(5);
        need(4);
        return in.getFloat();
    }

    String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    ProtobufReader message() {
        return new ProtobufReader(bytes());
    }

    void skip() {
        switch (type) {
            case 0 -> varint();
            case 1 -> advance(8);
            case 2 -> bytes();
            case 5 -> advance(4);
            default -> throw broken("wire type " + type);
        }
    }

    private ByteBuffer bytes() {
        expect(2);
        long length = varint();
        need(length);
        ByteBuffer bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return bytes;
    }

    private void advance(int bytes) {
        need(bytes);
        in.position(in.position() + bytes);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken("a number of more than ten bytes");
    }

    private void expect(int expected) {
        if (type != expected) {
            throw broken("wire type " + type + " where " + expected + " was expected");
        }
    }

    private void need(long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw broken(bytes + " bytes wanted, " + in.remaining() + " left");
        }
    }

    private IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("not a protobuf message: " + what + " at byte " + in.position());
    }
}
