package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.pipeline.Cuts;
import dev.ayatori.tokenizer.pipeline.Patterns;
import dev.ayatori.tokenizer.pipeline.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code pre_tokenizer} of a tokenizer.json at work.
 *
 * @param splitter cuts the text
 * @param bytes whether the model is given bytes
 */
record SplitterReader(Splitter splitter, boolean bytes) {

    static SplitterReader read(JsonFields step) {
        List<Splitter> steps = new ArrayList<>();
        boolean bytes = collect(step, steps);
        return new SplitterReader(Splitter.sequence(steps), bytes);
    }

    private static boolean collect(JsonFields step, List<Splitter> steps) {
        if (step.isAbsent()) {
            return false;
        }
        switch (step.type()) {
            case "Sequence" -> {
                boolean bytes = false;
                for (int i = 0; i < step.node().path("pretokenizers").size(); i++) {
                    if (bytes) {
                        throw step.unsupported("a step after ByteLevel");
                    }
                    bytes = collect(
                            new JsonFields(
                                    step.path() + ".pretokenizers[" + i + "]",
                                    step.node().path("pretokenizers").path(i)),
                            steps);
                }
                return bytes;
            }
            case "ByteLevel" -> {
                if (step.flag("add_prefix_space", true)) {
                    steps.add(SplitterReader::prefixSpace);
                }
                if (step.flag("use_regex", true)) {
                    steps.add(Patterns.gpt2());
                }
                return true;
            }
            case "Metaspace" ->
                steps.add(Patterns.metaspace(
                        step.character("replacement", "\u2581"),
                        step.text("prepend_scheme", step.flag("add_prefix_space", true) ? "always" : "never"),
                        step.flag("split", true)));
            case "Split" ->
                steps.add(Patterns.split(
                        NormaliserReader.pattern(step), step.text("behavior"), step.flag("invert", false)));
            case "Digits" -> steps.add(Splitter.digits(step.flag("individual_digits", false)));
            case "WhitespaceSplit" -> steps.add(Patterns.split(Patterns.regex("\\s+"), "Removed", false));
            case "Whitespace" -> steps.add(Patterns.split(Patterns.regex("\\w+|[^\\w\\s]+"), "Removed", true));
            default -> throw step.unsupported(step.type());
        }
        return false;
    }

    /** Puts a space before each part that does not start with one. */
    private static Points prefixSpace(Points text, Cuts parts, Cuts out) {
        Points spaced = new Points().clear();
        for (int i = 0; i < parts.size(); i++) {
            int start = spaced.size();
            if (text.at(parts.from(i)) != ' ') {
                spaced.add(' ', text.origin(parts.from(i)));
            }
            spaced.addAll(text, parts.from(i), parts.to(i));
            out.add(start, spaced.size());
        }
        return spaced;
    }
}
