package dev.ayatori.release;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds configuration, tensors and tokenizer of a release against each other. */
final class ModelCheck {
    private static final String TYPE = "F32";

    private final Path folder;
    private final List<Finding> findings;

    private ModelCheck(Path folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    static void addFindings(Path folder, List<Finding> findings) {
        new ModelCheck(folder, findings).check();
    }

    private void check() {
        Path config = folder.resolve(ReleaseFiles.CONFIG);
        if (!Files.exists(config)) {
            return; // found by the hashes
        }
        try {
            ModelShape shape = new HuggingFaceFolder(folder).shape();
            checkTensors(shape);
            checkTokenizer(shape, Json.read(config, JsonNode.class));
        } catch (RuntimeException e) {
            add(ReleaseFiles.CONFIG, "cannot be read: " + e.getMessage());
        }
    }

    private void checkTensors(ModelShape shape) {
        SortedMap<String, SafetensorsHeader.Entry> found = new TreeMap<>();
        List<String> names = new HuggingFaceFolder(folder).weightFiles();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return; // found by the hashes
            }
            try {
                SafetensorsHeader header = SafetensorsHeader.read(file);
                if (header.fileBytes() != Files.size(file)) {
                    add(name, "has " + Files.size(file) + " bytes, but its header tells of " + header.fileBytes());
                }
                found.putAll(header.tensors());
            } catch (IOException e) {
                add(name, e.getMessage() == null ? "cannot be read" : e.getMessage());
                return;
            }
        }
        compare(shape, found, names.getFirst());
    }

    private void compare(ModelShape shape, SortedMap<String, SafetensorsHeader.Entry> tensors, String place) {
        var unknown = new TreeMap<>(tensors);
        for (Parameter parameter : shape.decoder().parameters()) {
            SafetensorsHeader.Entry found = unknown.remove(parameter.name());
            if (found == null) {
                add(place, "lacks " + parameter.name());
            } else if (!found.shape().equals(parameter.shape()) || !found.type().equals(TYPE)) {
                add(
                        place,
                        "%s is %s %s, but by config.json it should be %s %s"
                                .formatted(parameter.name(), found.type(), found.shape(), TYPE, parameter.shape()));
            }
        }
        unknown.keySet().forEach(name -> add(place, "holds " + name + ", which no such model has"));
    }

    private void checkTokenizer(ModelShape shape, JsonNode config) {
        Path file = folder.resolve(ReleaseFiles.TOKENIZER);
        Path roles = folder.resolve(ReleaseFiles.TOKENIZER_CONFIG);
        if (!Files.exists(file) || !Files.exists(roles)) {
            return;
        }
        JsonNode pieces = Json.read(file, JsonNode.class).path("model").path("vocab");
        if (pieces.size() > shape.vocabulary()) {
            add(
                    ReleaseFiles.TOKENIZER,
                    "has " + pieces.size() + " pieces, but config.json has vocab_size " + shape.vocabulary());
        }
        JsonNode end = config.path("eos_token_id");
        String token = Json.read(roles, JsonNode.class).path("eos_token").asString("");
        if (!pieces.path(end.asInt(-1)).path(0).asString("").equals(token)) {
            add(
                    ReleaseFiles.CONFIG,
                    "eos_token_id is %s, which is not the id of %s in tokenizer.json".formatted(end, token));
        }
    }

    private void add(String file, String problem) {
        findings.add(new Finding(file, problem));
    }
}
