package dev.ayatori.corpus.language;

/**
 * Tells source code from prose by its signs: lines that end as statements and blocks do, and brackets and operators
 * among the characters.
 */
record CodeSigns(double signs, double lines) {
    private static final double SIGNS = 0.09;
    private static final double LINES = 0.4;
    private static final int LOOKED_AT = 20_000;

    static CodeSigns of(String text) {
        int visible = 0;
        int signs = 0;
        int lines = 0;
        int endings = 0;
        char last = '\n';
        char first = '\n';
        int end = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i <= end; i++) {
            char c = i == end ? '\n' : text.charAt(i);
            if (c == '\n') {
                lines += last != '\n' && !isComment(first) ? 1 : 0;
                endings += last != '\n' && !isComment(first) && isEnding(last) ? 1 : 0;
                last = '\n';
                first = '\n';
            } else if (!Character.isWhitespace(c)) {
                first = first == '\n' ? c : first;
                last = c;
                visible += isComment(first) ? 0 : 1;
                signs += !isComment(first) && isSign(c) ? 1 : 0;
            }
        }
        return new CodeSigns(signs / (double) Math.max(1, visible), endings / (double) Math.max(1, lines));
    }

    boolean areCode() {
        return signs >= SIGNS && lines >= LINES;
    }

    /** Comments are prose about code: they say nothing about what stands around them. */
    private static boolean isComment(char first) {
        return first == '*' || first == '/' || first == '#';
    }

    private static boolean isSign(char c) {
        return switch (c) {
            case '{', '}', '(', ')', '[', ']', ';', '=', '<', '>', '_', '&', '|', '+', '*', '$', '@', '%', '\\' -> true;
            default -> false;
        };
    }

    private static boolean isEnding(char c) {
        return switch (c) {
            case ';', '{', '}', ')', '(', ',', '[', ']', '\\', '>', '=' -> true;
            default -> false;
        };
    }
}
