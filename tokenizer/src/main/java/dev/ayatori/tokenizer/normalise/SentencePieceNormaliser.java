package dev.ayatori.tokenizer.normalise;

import org.jspecify.annotations.Nullable;

/** What SentencePiece does to a text: its character map, spaces taken out, one put before it, U+2581 in their stead. */
public final class SentencePieceNormaliser implements Normaliser {
    private static final int SPACE = ' ';
    private static final int MARK = 0x2581;

    /**
     * The switches of a model file's normalizer_spec.
     *
     * @param addDummyPrefix puts a space before the text
     * @param removeExtraWhitespaces takes spaces away at both ends and all but one elsewhere
     * @param escapeWhitespaces writes spaces as U+2581
     * @param whitespaceAsSuffix puts the space of {@code addDummyPrefix} behind the text
     */
    public record Options(
            boolean addDummyPrefix,
            boolean removeExtraWhitespaces,
            boolean escapeWhitespaces,
            boolean whitespaceAsSuffix) {}

    private final @Nullable Charsmap charsmap;
    private final Options options;
    private final StringMatcher untouched;

    /** @param untouched strings that are passed through as they stand: the user-defined symbols */
    public SentencePieceNormaliser(Normaliser characters, Options options, StringMatcher untouched) {
        this.charsmap = characters instanceof Charsmap map ? map : null;
        this.options = options;
        this.untouched = untouched;
    }

    @Override
    public Points apply(Points text) {
        if (charsmap == null && untouched.isEmpty() && !options.removeExtraWhitespaces) {
            return plain(text);
        }
        Points out = new Points().clear();
        int size = text.size();
        int at = options.removeExtraWhitespaces ? afterLeadingSpaces(text) : 0;
        if (at == size) {
            out.end(text.origin(size));
            return out;
        }
        int space = options.escapeWhitespaces ? MARK : SPACE;
        if (options.addDummyPrefix && !options.whitespaceAsSuffix) {
            out.add(space, text.origin(at));
        }
        boolean afterSpace = options.removeExtraWhitespaces;
        Points part = new Points();
        while (at < size) {
            int next = next(text, at, part.clear());
            int from = 0;
            while (afterSpace && from < part.size() && part.at(from) == SPACE) {
                from++;
            }
            for (int i = from; i < part.size(); i++) {
                out.add(part.at(i) == SPACE ? space : part.at(i), text.origin(at));
            }
            if (from < part.size()) {
                afterSpace = options.removeExtraWhitespaces && part.at(part.size() - 1) == SPACE;
            }
            at = next;
        }
        int end = text.origin(size);
        while (options.removeExtraWhitespaces && !out.isEmpty() && out.at(out.size() - 1) == space) {
            end = out.origin(out.size() - 1);
            out.truncate(out.size() - 1);
        }
        if (options.addDummyPrefix && options.whitespaceAsSuffix) {
            out.add(space, end);
        }
        out.end(end);
        return out;
    }

    /** The common case, in one pass: no characters to map and no spaces to remove. */
    private Points plain(Points text) {
        if (text.isEmpty()) {
            return text;
        }
        if (options.addDummyPrefix && options.whitespaceAsSuffix) {
            int end = text.origin(text.size());
            text.add(SPACE, end);
            text.end(end);
        } else if (options.addDummyPrefix) {
            text.addFirst(SPACE);
        }
        escape(text);
        return text;
    }

    private void escape(Points text) {
        if (options.escapeWhitespaces) {
            for (int i = 0; i < text.size(); i++) {
                if (text.at(i) == SPACE) {
                    text.set(i, MARK);
                }
            }
        }
    }

    private int afterLeadingSpaces(Points text) {
        int at = 0;
        Points part = new Points();
        while (at < text.size()) {
            int next = next(text, at, part.clear());
            if (part.size() != 1 || part.at(0) != SPACE) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Adds what becomes of the text at a place and gives the place after it. */
    private int next(Points text, int at, Points part) {
        int end = untouched.longest(text, at, text.size());
        if (end < 0 && charsmap != null) {
            end = charsmap.replaceLongest(text, at, text.size(), part);
            if (end > at) {
                return end;
            }
        }
        end = end <= at ? at + 1 : end;
        for (int i = at; i < end; i++) {
            part.add(text.at(i), text.origin(at));
        }
        return end;
    }
}
