package dev.ayatori.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where everything of a safetensors file will lie, known before any value is: so several processes can write one file at
 * the same time.
 */
public final class SafeTensorsPlan {

    private final SequencedMap<String, SafeTensors.Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata;
    private long values;

    /** A file with this metadata and no tensors yet. */
    public SafeTensorsPlan(Map<String, String> metadata) {
        this.metadata = Map.copyOf(metadata);
    }

    /** Adds a tensor behind those before. */
    public SafeTensorsPlan add(String name, DataType type, List<Long> shape) {
        long size = shape.stream().mapToLong(Long::longValue).reduce(type.bytes(), Math::multiplyExact);
        entries.put(name, new SafeTensors.Entry(type, shape, values, values + size));
        values += size;
        return this;
    }

    /** The bytes before the first value. */
    public ByteBuffer header() {
        ObjectNode header = new JsonMapper().createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject("__metadata__");
            metadata.keySet().stream().sorted().forEach(key -> texts.put(key, metadata.get(key)));
        }
        entries.forEach((name, entry) -> {
            ObjectNode node = header.putObject(name);
            node.put("dtype", entry.type().name());
            ArrayNode shape = node.putArray("shape");
            entry.shape().forEach(shape::add);
            node.putArray("data_offsets").add(entry.begin()).add(entry.end());
        });
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int length = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    /** Bytes of all values. */
    public long valueBytes() {
        return values;
    }
}
