package dev.ayatori.tokenizer.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One protobuf message as the list of its fields, in the order of the file; fields nobody asks for are kept.
 *
 * @param fields numbers and values
 */
record ProtobufMessage(List<Field> fields) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int LARGEST_FIELD = 536_870_911;

    /**
     * One field.
     *
     * @param number its number in the message's definition
     * @param type how its value is written
     * @param value the number, or for bytes 0
     * @param bytes the bytes, or nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Field(int number, int type, long value, byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Field field
                    && number == field.number
                    && type == field.type
                    && value == field.value
                    && Arrays.equals(bytes, field.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * number + Long.hashCode(value)) + Arrays.hashCode(bytes);
        }
    }

    private static final byte[] NO_BYTES = {};

    ProtobufMessage {
        fields = List.copyOf(fields);
    }

    static ProtobufMessage read(ByteBuffer message) {
        ByteBuffer in = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            long number = key >>> 3;
            if (number < 1 || number > LARGEST_FIELD) {
                throw broken(in, "field number " + number);
            }
            int type = (int) (key & 7);
            long value = switch (type) {
                case VARINT -> varint(in);
                case FIXED64 -> need(in, 8).getLong();
                case FIXED32 -> need(in, 4).getInt();
                case BYTES -> 0;
                default -> throw broken(in, "wire type " + type);
            };
            fields.add(new Field((int) number, type, value, type == BYTES ? bytes(in) : NO_BYTES));
        }
        return new ProtobufMessage(fields);
    }

    private static byte[] bytes(ByteBuffer in) {
        long length = varint(in);
        need(in, length);
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static ByteBuffer need(ByteBuffer in, long bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw broken(in, bytes + " bytes wanted, " + in.remaining() + " left");
        }
        return in;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = need(in, 1).get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken(in, "a number of more than ten bytes");
    }

    private static IllegalArgumentException broken(ByteBuffer in, String what) {
        return new IllegalArgumentException("not a protobuf message: " + what + " at byte " + in.position());
    }

    /** The last value of a field, as protobuf wants it. */
    private Optional<Field> last(int number, int type) {
        Optional<Field> found =
                fields.stream().filter(field -> field.number == number).reduce((a, b) -> b);
        found.filter(field -> field.type != type).ifPresent(field -> {
            throw new IllegalArgumentException(
                    "field " + number + " has wire type " + field.type + " instead of " + type);
        });
        return found;
    }

    long number(int field, long otherwise) {
        return last(field, VARINT).map(Field::value).orElse(otherwise);
    }

    boolean flag(int field, boolean otherwise) {
        return number(field, otherwise ? 1 : 0) != 0;
    }

    float decimal(int field, float otherwise) {
        return last(field, FIXED32)
                .map(found -> Float.intBitsToFloat((int) found.value))
                .orElse(otherwise);
    }

    byte[] bytes(int field) {
        return last(field, BYTES).map(Field::bytes).orElse(NO_BYTES);
    }

    String text(int field, String otherwise) {
        return last(field, BYTES).map(found -> text(found.bytes)).orElse(otherwise);
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is no UTF-8: " + Arrays.toString(utf8), e);
        }
    }

    ProtobufMessage message(int field) {
        return read(ByteBuffer.wrap(bytes(field)));
    }

    byte[] toByteArray() {
        Writer out = new Writer();
        fields.forEach(out::field);
        return out.toByteArray();
    }

    /** Writes the fields of one message, in the order they are given. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer number(int field, long value) {
            return field(new Field(field, VARINT, value, NO_BYTES));
        }

        Writer flag(int field, boolean value) {
            return number(field, value ? 1 : 0);
        }

        Writer decimal(int field, float value) {
            return field(new Field(field, FIXED32, Float.floatToIntBits(value), NO_BYTES));
        }

        Writer text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Writer bytes(int field, byte[] value) {
            return field(new Field(field, BYTES, 0, value));
        }

        ProtobufMessage message() {
            return read(ByteBuffer.wrap(out.toByteArray()));
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }

        private Writer field(Field field) {
            varint((long) field.number << 3 | field.type);
            switch (field.type) {
                case VARINT -> varint(field.value);
                case FIXED64 -> fixed(field.value, Long.BYTES);
                case FIXED32 -> fixed(field.value, Integer.BYTES);
                default -> {
                    varint(field.bytes.length);
                    out.writeBytes(field.bytes);
                }
            }
            return this;
        }

        private void fixed(long value, int bytes) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (value >>> 8 * i));
            }
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
