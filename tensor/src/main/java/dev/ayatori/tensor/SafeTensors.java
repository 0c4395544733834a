package dev.ayatori.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A safetensors file, read through a memory map; {@link SafeTensorsWriter} writes one. */
public final class SafeTensors implements AutoCloseable {

    static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** The format's own limit. */
    static final long LARGEST_HEADER = 100_000_000;

    private final Path file;
    private final Arena arena;
    private final MemorySegment values;
    private final SequencedMap<String, Entry> entries;

    /**
     * What the header says of one tensor.
     *
     * @param type number format
     * @param shape sizes, outermost first
     * @param begin first byte, counted from the end of the header
     * @param end byte after the last
     */
    public record Entry(DataType type, List<Long> shape, long begin, long end) {
        /** Copies the shape. */
        public Entry {
            shape = List.copyOf(shape);
        }

        long expectedBytes() {
            return shape.stream().mapToLong(Long::longValue).reduce(type.bytes(), Math::multiplyExact);
        }
    }

    private SafeTensors(Path file, Arena arena, MemorySegment values, SequencedMap<String, Entry> entries) {
        this.file = file;
        this.arena = arena;
        this.values = values;
        this.entries = entries;
    }

    /** Maps a file and checks its header against its length. */
    @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the opened file and is closed with it
    public static SafeTensors open(Path file) {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            long header = headerLength(file, all);
            MemorySegment values = all.asSlice(8 + header);
            byte[] json = all.asSlice(8, header).toArray(ValueLayout.JAVA_BYTE);
            return new SafeTensors(file, arena, values, entries(file, json, values.byteSize()));
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static long headerLength(Path file, MemorySegment all) {
        if (all.byteSize() < 8) {
            throw broken(file, "it has only " + all.byteSize() + " bytes");
        }
        long header = all.get(LENGTH, 0);
        if (header < 2 || header > LARGEST_HEADER || header > all.byteSize() - 8) {
            throw broken(file, "its header claims " + header + " bytes of " + (all.byteSize() - 8));
        }
        return header;
    }

    private static SequencedMap<String, Entry> entries(Path file, byte[] json, long bytes) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        JsonNode header;
        try {
            header = new JsonMapper().readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw broken(file, "its header is no JSON: " + e.getOriginalMessage());
        }
        for (String name : header.propertyNames()) {
            if (!name.equals("__metadata__")) {
                entries.put(name, entry(file, name, header.get(name), bytes));
            }
        }
        return entries;
    }

    private static Entry entry(Path file, String name, JsonNode node, long bytes) {
        Entry entry;
        try {
            entry = new Entry(
                    DataType.valueOf(node.required("dtype").asString()),
                    node.required("shape").valueStream().map(JsonNode::asLong).toList(),
                    node.required("data_offsets").required(0).asLong(),
                    node.required("data_offsets").required(1).asLong());
        } catch (JacksonException | IllegalArgumentException e) {
            throw broken(file, "its header does not say what \"" + name + "\" is: " + e.getMessage());
        }
        if (entry.begin() < 0 || entry.end() > bytes || entry.end() - entry.begin() != entry.expectedBytes()) {
            throw broken(
                    file,
                    "\"" + name + "\" " + entry.type() + entry.shape() + " claims bytes " + entry.begin() + " to "
                            + entry.end() + " of " + bytes);
        }
        return entry;
    }

    private static IllegalArgumentException broken(Path file, String why) {
        return new IllegalArgumentException(
                file + " is no whole safetensors file: " + why + ". Write or fetch it again.");
    }

    /** Names in the order of the header. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** What the header says of a tensor. */
    public Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(file + " holds no tensor \"" + name + "\"; it holds " + names());
        }
        return entry;
    }

    /** The bytes of a tensor, as long as this file is open. */
    public MemorySegment bytes(String name) {
        Entry entry = entry(name);
        return values.asSlice(entry.begin(), entry.end() - entry.begin());
    }

    /** A copy of a tensor. */
    public Tensor tensor(String name) {
        Entry entry = entry(name);
        return Tensor.of(
                bytes(name),
                entry.type(),
                entry.shape().stream().mapToLong(Long::longValue).toArray());
    }

    /** A tensor over the file itself, as long as it is open; its values must not be changed. */
    public Tensor view(String name) {
        Entry entry = entry(name);
        return Tensor.over(
                bytes(name),
                entry.type(),
                entry.shape().stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        arena.close();
    }
}
