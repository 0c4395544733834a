package dev.ayatori.tune.instruction;

import java.util.List;

/**
 * Asks about a declaration in the language of its summary, in one of a few wordings; a question about a type quotes
 * what its methods do.
 */
final class Questions {

    private static final List<String> JAPANESE_TYPES = List.of(
            "{package} の {class} は何をする{kind}ですか。",
            "{kind} {class}（{package}）を一文で説明してください。",
            "{qualified} の役割を教えてください。",
            "{class} とは何ですか。パッケージは {package} です。");
    private static final List<String> ENGLISH_TYPES = List.of(
            "What does the {kind} {class} of {package} do?",
            "Describe the {kind} {class} ({package}) in one sentence.",
            "What is {qualified} for?",
            "In the package {package}, what is {class}?");
    private static final List<String> JAPANESE_METHODS = List.of(
            "{class} の {member} メソッドは何をしますか。",
            "{class}#{member}（{package}）を一文で説明してください。",
            "{package} の {class} にある {member} の働きを教えてください。");
    private static final List<String> ENGLISH_METHODS = List.of(
            "What does the method {member} of {class} do?",
            "Describe {class}#{member} ({package}) in one sentence.",
            "In {package}, what is the method {member} of {class} for?");

    private final Draw draw;

    Questions(Draw draw) {
        this.draw = draw;
    }

    /** The wording that the declaration's name draws. */
    String about(Declaration declaration) {
        List<String> wordings = wordings(declaration);
        int drawn = draw.below(wordings.size(), "question", declaration.qualifiedName());
        return fill(wordings.get(drawn), declaration) + quoted(declaration);
    }

    /** The first wording, which every choice item has, so that items differ in their classes only. */
    static String plain(Declaration declaration) {
        return fill(wordings(declaration).getFirst(), declaration) + quoted(declaration);
    }

    /** The same question without the name and the methods: what an answer's probability is compared with. */
    static String premise(Declaration declaration) {
        String nameless = switch (declaration.language()) {
            case JAPANESE -> "{package} のこの{kind}は何をするものですか。";
            case ENGLISH -> "What does this {kind} of {package} do?";
        };
        return fill(nameless, declaration);
    }

    private static String quoted(Declaration declaration) {
        return declaration.members().isEmpty() ? "" : "\n" + declaration.members();
    }

    private static List<String> wordings(Declaration declaration) {
        return switch (declaration.language()) {
            case JAPANESE -> declaration.isType() ? JAPANESE_TYPES : JAPANESE_METHODS;
            case ENGLISH -> declaration.isType() ? ENGLISH_TYPES : ENGLISH_METHODS;
        };
    }

    private static String fill(String wording, Declaration declaration) {
        return wording.replace("{kind}", declaration.kind().in(declaration.language()))
                .replace("{package}", declaration.packageName())
                .replace("{class}", declaration.className())
                .replace("{member}", declaration.memberName())
                .replace("{qualified}", declaration.qualifiedName());
    }
}
