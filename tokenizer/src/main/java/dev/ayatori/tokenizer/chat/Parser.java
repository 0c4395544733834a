package dev.ayatori.tokenizer.chat;

import dev.ayatori.tokenizer.chat.Lexer.Kind;
import dev.ayatori.tokenizer.chat.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the statements of a template. */
final class Parser {
    private final Words words;
    private final ExpressionParser expressions;
    private int loops;

    private Parser(Words words) {
        this.words = words;
        this.expressions = new ExpressionParser(words);
    }

    static List<Node> parse(String template) {
        Parser parser = new Parser(new Words(Lexer.read(template)));
        List<Node> nodes = parser.body(Set.of());
        if (parser.words.peek().kind() != Kind.END) {
            throw parser.words.unexpected();
        }
        return nodes;
    }

    /** Everything up to a statement that starts with one of some words. */
    private List<Node> body(Set<String> ends) {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            Token token = words.peek();
            switch (token.kind()) {
                case TEXT -> nodes.add(new Node.Text(words.next().text()));
                case BEGIN_OUTPUT -> {
                    words.next();
                    nodes.add(new Node.Output(expressions.parse()));
                    words.expect(Kind.END_OUTPUT);
                }
                case BEGIN_STATEMENT -> {
                    if (ends.contains(words.peek(1).text())) {
                        return nodes;
                    }
                    words.next();
                    nodes.add(statement());
                }
                case END -> {
                    if (!ends.isEmpty()) {
                        throw new TemplateException(
                                token.line(), "one of " + ends.stream().sorted().toList() + " is missing");
                    }
                    return nodes;
                }
                case END_OUTPUT, END_STATEMENT, NAME, STRING, NUMBER, OPERATOR -> throw words.unexpected();
            }
        }
    }

    private Node statement() {
        Token word = words.next();
        return switch (word.text()) {
            case "if" -> conditional();
            case "for" -> loop();
            case "set" -> assignment();
            case "break", "continue" -> {
                if (loops == 0) {
                    throw new TemplateException(word.line(), "'" + word.text() + "' stands in no loop");
                }
                words.expect(Kind.END_STATEMENT);
                yield new Node.Leave(word.text().equals("break"));
            }
            default -> throw new TemplateException(word.line(), "statement '" + word.text() + "' is not supported");
        };
    }

    private Node conditional() {
        List<Node.Branch> branches = new ArrayList<>();
        Node.Expression condition = expressions.parse();
        while (true) {
            words.expect(Kind.END_STATEMENT);
            branches.add(new Node.Branch(condition, body(Set.of("elif", "else", "endif"))));
            words.expect(Kind.BEGIN_STATEMENT);
            Token word = words.next();
            if (word.is("endif")) {
                words.expect(Kind.END_STATEMENT);
                return new Node.If(branches);
            }
            condition = word.is("elif") ? expressions.parse() : new Node.Literal(true, word.line());
        }
    }

    private Node loop() {
        List<String> names = new ArrayList<>();
        do {
            names.add(words.expect(Kind.NAME).text());
        } while (words.take(","));
        words.expectWord("in");
        Node.Expression over = expressions.parseWithoutChoice();
        if (words.peek().is("if")) {
            throw new TemplateException(words.peek().line(), "'for … if' is not supported; write an 'if' inside");
        }
        words.expect(Kind.END_STATEMENT);
        loops++;
        List<Node> body = body(Set.of("else", "endfor"));
        loops--;
        words.expect(Kind.BEGIN_STATEMENT);
        List<Node> otherwise = List.of();
        if (words.next().is("else")) {
            words.expect(Kind.END_STATEMENT);
            otherwise = body(Set.of("endfor"));
            words.expect(Kind.BEGIN_STATEMENT);
            words.next();
        }
        words.expect(Kind.END_STATEMENT);
        return new Node.For(names, over, body, otherwise);
    }

    private Node assignment() {
        String name = words.expect(Kind.NAME).text();
        String field = words.take(".") ? words.expect(Kind.NAME).text() : null;
        if (!words.take("=")) {
            throw new TemplateException(words.peek().line(), "'set' without '=' is not supported");
        }
        Node.Expression value = expressions.parse();
        words.expect(Kind.END_STATEMENT);
        return new Node.Set(name, field, value);
    }
}
