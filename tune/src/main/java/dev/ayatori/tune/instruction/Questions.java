package dev.ayatori.tune.instruction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Asks about a declaration in the language of its summary.
 *
 * <p>Names stand as they are and as the words they are made of, since a vocabulary has a piece for {@code LogFormatter}
 * that tells nothing of {@code formatter}. Questions are short, so that most of what a step reads is name and answer.
 */
final class Questions {

    private static final List<String> JAPANESE_TYPES =
            List.of("{class}（{words}）とは何ですか。", "{class}（{words}）は何をする{kind}ですか。");
    private static final List<String> ENGLISH_TYPES =
            List.of("What is {class} ({words})?", "What does the {kind} {class} ({words}) do?");
    private static final List<String> JAPANESE_METHODS =
            List.of("{class}#{member}（{words}）は何をしますか。", "{class} の {member}（{words}）とは何ですか。");
    private static final List<String> ENGLISH_METHODS =
            List.of("What does {class}#{member} ({words}) do?", "What is {member} ({words}) of {class} for?");

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[._]");

    private final Draw draw;

    Questions(Draw draw) {
        this.draw = draw;
    }

    /** Types in every wording, since they are what is asked about first; methods in the one that is drawn. */
    List<String> about(Declaration declaration) {
        List<String> wordings = wordings(declaration);
        if (declaration.isType()) {
            return wordings.stream().map(wording -> fill(wording, declaration)).toList();
        }
        int drawn = draw.below(wordings.size(), "question", declaration.qualifiedName());
        return List.of(fill(wordings.get(drawn), declaration));
    }

    /** The first wording, which every choice item has, so that items differ in their classes only. */
    static String plain(Declaration declaration) {
        return fill(wordings(declaration).getFirst(), declaration);
    }

    /** The same question without the name: what an answer's probability is compared with. */
    static String premise(Declaration declaration) {
        return switch (declaration.language()) {
            case JAPANESE -> "これは何ですか。";
            case ENGLISH -> "What is this?";
        };
    }

    /** {@code XmlDataReader.Builder} is {@code xml data reader builder}. */
    static String words(String name) {
        return WORD_START.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static List<String> wordings(Declaration declaration) {
        return switch (declaration.language()) {
            case JAPANESE -> declaration.isType() ? JAPANESE_TYPES : JAPANESE_METHODS;
            case ENGLISH -> declaration.isType() ? ENGLISH_TYPES : ENGLISH_METHODS;
        };
    }

    private static String fill(String wording, Declaration declaration) {
        return wording.replace("{kind}", declaration.kind().in(declaration.language()))
                .replace("{words}", words(declaration.isType() ? declaration.className() : declaration.memberName()))
                .replace("{class}", declaration.className())
                .replace("{member}", declaration.memberName());
    }
}
