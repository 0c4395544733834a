package dev.ayatori.tokenizer.pipeline;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The regular expressions of tokenizer files, written for Oniguruma, as Java understands them. */
public final class Patterns {
    /** How cl100k cuts words, as a regular expression. */
    public static final String CL100K = WordScanner.CL100K;

    /** Classes name any Unicode character, and {@code ^} stands after each line feed and after nothing else. */
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE | Pattern.UNIX_LINES;

    private static final Pattern SCRIPT =
            Pattern.compile("\\\\([pP])\\{(Han|Hiragana|Katakana|Hangul|Latin|Cyrillic|Thai|Arabic|Greek|Hebrew)\\}");

    private Patterns() {}

    /** The pattern of an expression; one that Java cannot read is refused. */
    public static Pattern regex(String expression) {
        try {
            return Pattern.compile(SCRIPT.matcher(expression).replaceAll("\\\\$1{Is$2}"), FLAGS);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the regular expression " + expression + " is not understood: " + e.getDescription(), e);
        }
    }

    /** The pattern of a string that stands for itself. */
    public static Pattern literal(String text) {
        return Pattern.compile(Pattern.quote(text));
    }

    /** Cuts at what an expression finds; the well-known expressions are scanned for without one. */
    public static Splitter split(Pattern pattern, String behaviour, boolean inverted) {
        PatternSplitter.Behaviour named = PatternSplitter.Behaviour.named(behaviour);
        if (!inverted && named == PatternSplitter.Behaviour.ISOLATED) {
            return words(pattern);
        }
        if (inverted && named == PatternSplitter.Behaviour.REMOVED) {
            return words(pattern);
        }
        return Splitter.cutting(new PatternSplitter(pattern, named, inverted));
    }

    private static Splitter words(Pattern pattern) {
        WordScanner scanner = WordScanner.of(pattern.pattern());
        return Splitter.cutting(
                scanner != null ? scanner : new PatternSplitter(pattern, PatternSplitter.Behaviour.ISOLATED, false));
    }

    /** How GPT-2 cuts words. */
    public static Splitter gpt2() {
        return words(regex(WordScanner.GPT2));
    }

    /** How cl100k, the vocabulary of GPT-4, cuts words. */
    public static Splitter cl100k() {
        return words(regex(WordScanner.CL100K));
    }

    /** Writes spaces as a mark. */
    public static Splitter metaspace(int mark, String prepend, boolean cuts) {
        return new Metaspace(
                mark,
                switch (prepend) {
                    case "always" -> Metaspace.Prepend.ALWAYS;
                    case "first" -> Metaspace.Prepend.FIRST;
                    case "never" -> Metaspace.Prepend.NEVER;
                    default -> throw new IllegalArgumentException("prepend_scheme '" + prepend + "' is not known");
                },
                cuts);
    }
}
