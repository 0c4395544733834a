package dev.ayatori.release;

import dev.ayatori.track.Json;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a safetensors file says of its tensors, read without the tensors.
 *
 * @param tensors by name
 * @param fileBytes how long the file must be
 */
record SafetensorsHeader(SortedMap<String, Entry> tensors, long fileBytes) {
    /** Type and sizes (outermost first) of one tensor. */
    record Entry(String type, List<Long> shape) {}

    private static final long LONGEST = 100_000_000;

    /** Reads the header; an {@link IOException} tells what is wrong with a file that has none. */
    static SafetensorsHeader read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = ByteBuffer.wrap(in.readNBytes(Long.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            if (length < 2 || length > LONGEST) {
                throw new IOException("the header says to be " + length + " bytes long");
            }
            String json = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
            return of(Json.parse(json, JsonNode.class), Long.BYTES + length);
        } catch (RuntimeException e) {
            throw new IOException("no readable header: " + e.getMessage(), e);
        }
    }

    private static SafetensorsHeader of(JsonNode json, long dataStart) {
        SortedMap<String, Entry> tensors = new TreeMap<>();
        long end = 0;
        for (String name : json.propertyNames()) {
            if (!name.equals("__metadata__")) {
                JsonNode tensor = json.get(name);
                List<Long> shape = new ArrayList<>();
                tensor.get("shape").forEach(size -> shape.add(size.asLong()));
                tensors.put(name, new Entry(tensor.get("dtype").asString(), List.copyOf(shape)));
                end = Math.max(end, tensor.get("data_offsets").get(1).asLong());
            }
        }
        return new SafetensorsHeader(tensors, dataStart + end);
    }
}
