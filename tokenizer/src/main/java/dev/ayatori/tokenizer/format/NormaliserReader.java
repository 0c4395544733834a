package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.normalise.Charsmap;
import dev.ayatori.tokenizer.normalise.GraphemeCharsmap;
import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.normalise.Replacement;
import dev.ayatori.tokenizer.normalise.Trimming;
import dev.ayatori.tokenizer.normalise.UnicodeForm;
import dev.ayatori.tokenizer.pipeline.Patterns;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.regex.Pattern;

/** The {@code normalizer} of a tokenizer.json at work. */
final class NormaliserReader {
    /** Finds the start of a text and of nothing else: lines begin after a line feed only. */
    static final String TEXT_START = "(?<!\\n)^";

    private static final String META = "\\^$.|?*+()[]{}";

    private NormaliserReader() {}

    static Normaliser read(JsonFields step) {
        if (step.isAbsent()) {
            return Normaliser.IDENTITY;
        }
        return switch (step.type()) {
            case "Sequence" -> sequence(step);
            case "Prepend" -> Replacement.prefix(step.text("prepend"));
            case "Replace" -> replace(step);
            case "NFC" -> new UnicodeForm(Form.NFC);
            case "NFD" -> new UnicodeForm(Form.NFD);
            case "NFKC" -> new UnicodeForm(Form.NFKC);
            case "NFKD" -> new UnicodeForm(Form.NFKD);
            case "Lowercase" -> Replacement.lowerCase();
            case "Strip" -> new Trimming(step.flag("strip_left", true), step.flag("strip_right", true));
            case "Precompiled" ->
                new GraphemeCharsmap(Charsmap.read(Base64.getDecoder().decode(step.text("precompiled_charsmap"))));
            default -> throw step.unsupported(step.type());
        };
    }

    private static Normaliser sequence(JsonFields step) {
        Normaliser all = Normaliser.IDENTITY;
        for (int i = 0; i < step.node().path("normalizers").size(); i++) {
            all = all.then(read(new JsonFields(
                    step.path() + ".normalizers[" + i + "]",
                    step.node().path("normalizers").path(i))));
        }
        return all;
    }

    private static Normaliser replace(JsonFields step) {
        String content = step.text("content");
        String expression = step.child("pattern").text("Regex", "");
        if (expression.equals(TEXT_START)) {
            return Replacement.prefix(content);
        }
        String literal = literal(step);
        if (literal.codePointCount(0, literal.length()) == 1 && content.codePointCount(0, content.length()) == 1) {
            return Replacement.character(literal.codePointAt(0), content.codePointAt(0));
        }
        return new Replacement(pattern(step), content);
    }

    /** The string a pattern stands for, or an empty one where it stands for many. */
    static String literal(JsonFields step) {
        JsonFields pattern = step.child("pattern");
        String expression = pattern.text("Regex", "");
        return expression.chars().noneMatch(c -> META.indexOf(c) >= 0) && !expression.isEmpty()
                ? expression
                : pattern.text("String", "");
    }

    /** The pattern of a step: a string or a regular expression. */
    static Pattern pattern(JsonFields step) {
        JsonFields pattern = step.child("pattern");
        String expression = pattern.text("Regex", "");
        return expression.isEmpty() ? Patterns.literal(pattern.text("String")) : Patterns.regex(expression);
    }
}
