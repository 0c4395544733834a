package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.normalise.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts at what a regular expression finds. */
final class PatternSplitter implements Splitter.Cutter {
    /** What becomes of the found parts. */
    enum Behaviour {
        REMOVED,
        ISOLATED,
        MERGED_WITH_PREVIOUS,
        MERGED_WITH_NEXT,
        CONTIGUOUS;

        static Behaviour named(String name) {
            for (Behaviour behaviour : values()) {
                if (behaviour.name().replace("_", "").equals(name.toUpperCase(Locale.ROOT))) {
                    return behaviour;
                }
            }
            throw new IllegalArgumentException("behavior '" + name + "' of Split is not known");
        }
    }

    private record Part(int from, int to, boolean found) {}

    private final Pattern pattern;
    private final Behaviour behaviour;
    private final boolean inverted;

    PatternSplitter(Pattern pattern, Behaviour behaviour, boolean inverted) {
        this.pattern = pattern;
        this.behaviour = behaviour;
        this.inverted = inverted;
    }

    @Override
    public void cut(Points text, int from, int to, Cuts out) {
        List<Part> parts = parts(text, from, to);
        switch (behaviour) {
            case REMOVED -> parts.stream().filter(part -> !part.found).forEach(part -> out.add(part.from, part.to));
            case ISOLATED -> parts.forEach(part -> out.add(part.from, part.to));
            case CONTIGUOUS -> join(parts, out, (before, part) -> before.found == part.found);
            case MERGED_WITH_PREVIOUS -> join(parts, out, (before, part) -> part.found && !before.found);
            case MERGED_WITH_NEXT -> join(parts, out, (before, part) -> before.found && !part.found);
        }
    }

    private interface Joins {
        boolean joins(Part before, Part part);
    }

    private static void join(List<Part> parts, Cuts out, Joins joins) {
        int from = -1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            from = from < 0 ? part.from : from;
            if (i + 1 == parts.size() || !joins.joins(part, parts.get(i + 1))) {
                out.add(from, part.to);
                from = -1;
            }
        }
    }

    /** The found parts and what lies between them; with {@code inverted} the one for the other. */
    private List<Part> parts(Points text, int from, int to) {
        String string = text.toString(from, to);
        Matcher matcher = pattern.matcher(string);
        List<Part> parts = new ArrayList<>();
        int point = from;
        int at = 0;
        while (matcher.find()) {
            if (matcher.end() == matcher.start()) {
                continue;
            }
            int start = point + string.codePointCount(at, matcher.start());
            int end = start + string.codePointCount(matcher.start(), matcher.end());
            if (start > point) {
                parts.add(new Part(point, start, inverted));
            }
            parts.add(new Part(start, end, !inverted));
            point = end;
            at = matcher.end();
        }
        if (point < to) {
            parts.add(new Part(point, to, inverted));
        }
        return parts;
    }
}
