package dev.ayatori.tokenizer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a template into texts and the words of its statements and outputs. */
final class Lexer {
    /** What a token is. */
    enum Kind {
        TEXT,
        BEGIN_OUTPUT,
        END_OUTPUT,
        BEGIN_STATEMENT,
        END_STATEMENT,
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        END
    }

    record Token(Kind kind, String text, int line) {
        boolean is(String word) {
            return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(word);
        }
    }

    private static final Set<String> TWO = Set.of("==", "!=", "<=", ">=", "//", "**");
    private static final String ONE = "+-*/%~<>=.,:|()[]{}";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> read(String template) {
        Lexer lexer = new Lexer(template.endsWith("\n") ? template.substring(0, template.length() - 1) : template);
        lexer.texts();
        lexer.add(Kind.END, "the end");
        return lexer.tokens;
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private void texts() {
        boolean stripLeft = false;
        boolean dropLineFeed = false;
        while (at < source.length()) {
            int open = nextOpen();
            String text = source.substring(at, open);
            String shown = dropLineFeed && text.startsWith("\n") ? text.substring(1) : text;
            shown = stripLeft ? shown.stripLeading() : shown;
            char kind = open < source.length() ? source.charAt(open + 1) : ' ';
            boolean stripRight = open + 2 < source.length() && source.charAt(open + 2) == '-';
            if (stripRight) {
                shown = shown.stripTrailing();
            } else if (kind != '{' && kind != ' ') {
                shown = withoutBlanksOfLine(shown, at + text.length() - shown.length());
            }
            if (!shown.isEmpty()) {
                add(Kind.TEXT, shown);
            }
            line += lines(text);
            at = open;
            if (open == source.length()) {
                return;
            }
            at += stripRight ? 3 : 2;
            boolean strips = kind == '#' ? comment() : code(kind == '{');
            stripLeft = strips;
            dropLineFeed = !strips && kind != '{';
        }
    }

    /** Blanks before a statement go when nothing else stands before it in its line. */
    private String withoutBlanksOfLine(String text, int from) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        boolean startsLine = end > 0 ? text.charAt(end - 1) == '\n' : from == 0 || source.charAt(from - 1) == '\n';
        return startsLine ? text.substring(0, end) : text;
    }

    private int nextOpen() {
        for (int i = at; i + 1 < source.length(); i++) {
            char next = source.charAt(i + 1);
            if (source.charAt(i) == '{' && (next == '{' || next == '%' || next == '#')) {
                return i;
            }
        }
        return source.length();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private boolean comment() {
        int end = source.indexOf("#}", at);
        if (end < 0) {
            throw new TemplateException(line, "a comment has no end");
        }
        line += lines(source.substring(at, end));
        boolean strips = end > at && source.charAt(end - 1) == '-';
        at = end + 2;
        return strips;
    }

    /** Reads up to the end of a statement or output; true if that strips white space. */
    private boolean code(boolean output) {
        String close = output ? "}}" : "%}";
        add(output ? Kind.BEGIN_OUTPUT : Kind.BEGIN_STATEMENT, output ? "{{" : "{%");
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean strips = c == '-' && source.startsWith(close, at + 1);
            if (depth == 0 && (strips || source.startsWith(close, at))) {
                add(output ? Kind.END_OUTPUT : Kind.END_STATEMENT, close);
                at += strips ? 3 : 2;
                return strips;
            }
            depth += c == '{' || c == '[' || c == '(' ? 1 : c == '}' || c == ']' || c == ')' ? -1 : 0;
            word(c);
        }
        throw new TemplateException(line, "'" + (output ? "{{" : "{%") + "' has no end");
    }

    private void word(char c) {
        int from = at;
        if (c == '\n') {
            line++;
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '\'' || c == '"') {
            string(c);
        } else if (Character.isLetter(c) || c == '_') {
            while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
                at++;
            }
            add(Kind.NAME, source.substring(from, at));
        } else if (Character.isDigit(c)) {
            while (at < source.length() && Character.isDigit(source.charAt(at))) {
                at++;
            }
            add(Kind.NUMBER, source.substring(from, at));
        } else {
            boolean two = at + 1 < source.length() && TWO.contains(source.substring(at, at + 2));
            if (!two && ONE.indexOf(c) < 0) {
                throw new TemplateException(line, "'" + c + "' is not understood");
            }
            at += two ? 2 : 1;
            add(Kind.OPERATOR, source.substring(from, at));
        }
    }

    private void string(char quote) {
        StringBuilder text = new StringBuilder();
        int start = line;
        for (at++; at < source.length() && source.charAt(at) != quote; at++) {
            char c = source.charAt(at);
            line += c == '\n' ? 1 : 0;
            if (c == '\\' && at + 1 < source.length()) {
                char escaped = source.charAt(++at);
                text.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case '\\', '\'', '"' -> escaped;
                            default -> throw new TemplateException(line, "'\\" + escaped + "' is not understood");
                        });
            } else {
                text.append(c);
            }
        }
        if (at == source.length()) {
            throw new TemplateException(start, "a text has no end");
        }
        at++;
        add(Kind.STRING, text.toString());
    }
}
