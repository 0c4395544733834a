package dev.ayatori.model.huggingface;

import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.SafeTensorsWriter;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import tools.jackson.databind.JsonNode;

/**
 * The weights of a folder: {@code model.safetensors}, or {@code model-0000n-of-0000m.safetensors} with {@code
 * model.safetensors.index.json} that maps each name to its file.
 */
final class WeightFiles implements AutoCloseable {

    static final String WHOLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final List<SafeTensors> files = new ArrayList<>();
    private final Map<String, SafeTensors> byName = new LinkedHashMap<>();

    private WeightFiles(Path folder) {
        this.folder = folder;
    }

    /** Opens every file of a folder. */
    static WeightFiles open(Path folder) {
        WeightFiles opened = new WeightFiles(folder);
        try {
            for (String name : names(folder)) {
                SafeTensors file = SafeTensors.open(folder.resolve(name));
                opened.files.add(file);
                file.names().forEach(tensor -> opened.byName.put(tensor, file));
            }
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The names of the files that hold the weights of a folder. */
    static SequencedSet<String> names(Path folder) {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return new LinkedHashSet<>(List.of(WHOLE));
        }
        SequencedSet<String> names = new LinkedHashSet<>();
        Json.read(index, JsonNode.class).path("weight_map").forEach(name -> names.add(name.asString("")));
        return names;
    }

    /** A weight by its name; base models leave the first part of each name out. */
    Tensor tensor(String name, List<Long> shape) {
        String found = byName.containsKey(name) ? name : name.substring(name.indexOf('.') + 1);
        SafeTensors file = byName.get(found);
        if (file == null) {
            throw new AyatoriException(folder + " holds no weight \"" + name + "\", which config.json asks for");
        }
        if (!file.entry(found).shape().equals(shape)) {
            throw new AyatoriException(folder + ": \"" + found + "\" has shape "
                    + file.entry(found).shape() + ", but config.json asks for " + shape);
        }
        return file.tensor(found);
    }

    /** Writes weights in one file, or in several of at most {@code largest} bytes of values where they are more. */
    static void write(Path folder, SequencedMap<String, Tensor> weights, long largest) {
        List<SequencedMap<String, Tensor>> shards = shards(weights, largest);
        if (shards.size() == 1) {
            SafeTensorsWriter.write(folder.resolve(WHOLE), weights, Map.of("format", "pt"));
            return;
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int number = 1; number <= shards.size(); number++) {
            String name = "model-%05d-of-%05d.safetensors".formatted(number, shards.size());
            SafeTensorsWriter.write(folder.resolve(name), shards.get(number - 1), Map.of("format", "pt"));
            shards.get(number - 1).keySet().forEach(tensor -> places.put(tensor, name));
        }
        long bytes = weights.values().stream().mapToLong(WeightFiles::bytes).sum();
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("metadata", Map.of("total_size", bytes));
        index.put("weight_map", places);
        Json.write(folder.resolve(INDEX), index);
    }

    private static List<SequencedMap<String, Tensor>> shards(SequencedMap<String, Tensor> weights, long largest) {
        List<SequencedMap<String, Tensor>> shards = new ArrayList<>();
        shards.add(new LinkedHashMap<>());
        long held = 0;
        for (Map.Entry<String, Tensor> weight : weights.entrySet()) {
            long bytes = bytes(weight.getValue());
            if (held > 0 && held + bytes > largest) {
                shards.add(new LinkedHashMap<>());
                held = 0;
            }
            shards.getLast().put(weight.getKey(), weight.getValue());
            held += bytes;
        }
        return shards;
    }

    private static long bytes(Tensor tensor) {
        return tensor.size() * tensor.type().bytes();
    }

    @Override
    public void close() {
        files.forEach(SafeTensors::close);
    }
}
