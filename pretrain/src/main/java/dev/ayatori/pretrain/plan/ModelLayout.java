package dev.ayatori.pretrain.plan;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model laid out without memory, from the sections that train.
 *
 * @param shape sizes of the model
 * @param parameters trained values
 * @param sections equal blocks told once
 */
public record ModelLayout(ModelShape shape, long parameters, List<Part> sections) {

    /**
     * Sections that are alike.
     *
     * @param name what they compute
     * @param count how many there are
     * @param parameters trained values of one
     * @param tensors of the first
     */
    public record Part(String name, int count, long parameters, List<Parameter> tensors) {
        private Part once(Section section) {
            return new Part(name, count + 1, section.size(), tensors);
        }
    }

    /** The layout of a shape. */
    public static ModelLayout of(ModelShape shape) {
        List<Part> parts = new ArrayList<>();
        for (Section section : shape.decoder().sections()) {
            String name = section.kind().name().toLowerCase(Locale.ROOT);
            if (!parts.isEmpty() && parts.getLast().name().equals(name)) {
                parts.add(parts.removeLast().once(section));
            } else {
                parts.add(new Part(name, 1, section.size(), section.parameters()));
            }
        }
        return new ModelLayout(shape, shape.parameters(), List.copyOf(parts));
    }

    /** The layout as lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder(shape + "\n\n");
        for (Part part : sections) {
            String times = part.count() == 1 ? "" : " x " + part.count();
            text.append(line(part.name() + times, part.parameters() * part.count(), ""));
            for (Parameter tensor : part.tensors()) {
                text.append(
                        line("  " + tensor.name(), tensor.size(), tensor.shape().toString()));
            }
        }
        return text.append(line("parameters", parameters, "")).toString();
    }

    private static String line(String name, long values, String shape) {
        return String.format(Locale.ROOT, "%-44s %,18d  %s", name, values, shape)
                        .stripTrailing() + "\n";
    }
}
