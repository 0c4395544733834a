package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Frame;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The {@code post_processor} of a tokenizer.json as the symbols it puts around a text. */
final class FrameReader {
    private FrameReader() {}

    static Frame read(JsonFields step) {
        if (step.isAbsent()) {
            return Frame.NONE;
        }
        return switch (step.type()) {
            case "ByteLevel" -> Frame.NONE;
            case "TemplateProcessing" -> template(step);
            case "Sequence" -> {
                Frame frame = Frame.NONE;
                for (int i = 0; i < step.node().path("processors").size(); i++) {
                    Frame next = read(new JsonFields(
                            step.path() + ".processors[" + i + "]",
                            step.node().path("processors").path(i)));
                    frame = next == Frame.NONE ? frame : next;
                }
                yield frame;
            }
            default -> throw step.unsupported(step.type());
        };
    }

    private static Frame template(JsonFields step) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        List<Integer> ids = before;
        for (JsonNode part : step.node().path("single")) {
            if (part.has("Sequence")) {
                ids = after;
                continue;
            }
            String name = part.path("SpecialToken").path("id").asString("");
            JsonNode symbol = step.node().path("special_tokens").path(name).path("ids");
            if (symbol.isEmpty()) {
                throw step.wrong("single", "made of sequences and known symbols", part);
            }
            for (JsonNode id : symbol) {
                ids.add(id.asInt());
            }
        }
        return new Frame(array(before), array(after));
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(i -> i).toArray();
    }
}
