package dev.ayatori.tokenizer.chat;

import dev.ayatori.tokenizer.chat.Lexer.Kind;
import dev.ayatori.tokenizer.chat.Lexer.Token;
import dev.ayatori.tokenizer.chat.Node.Arguments;
import dev.ayatori.tokenizer.chat.Node.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions, by falling looseness of their operators. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Map<String, Object> WORDS = Map.of(
            "true", true, "True", true, "false", false, "False", false, "none", Values.NONE, "None", Values.NONE);

    private final Words words;

    ExpressionParser(Words words) {
        this.words = words;
    }

    Expression parse() {
        Expression value = or();
        while (words.peek().is("if")) {
            int line = words.next().line();
            Expression condition = or();
            Expression otherwise = words.take("else") ? parse() : new Node.Literal(Marked.own(""), line);
            value = new Node.Choice(condition, value, otherwise, line);
        }
        return value;
    }

    /** An expression that an {@code if} ends. */
    Expression parseWithoutChoice() {
        return or();
    }

    private Expression or() {
        Expression left = and();
        while (words.peek().is("or")) {
            int line = words.next().line();
            left = new Node.Binary("or", left, and(), line);
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (words.peek().is("and")) {
            int line = words.next().line();
            left = new Node.Binary("and", left, not(), line);
        }
        return left;
    }

    private Expression not() {
        if (words.peek().is("not")) {
            int line = words.next().line();
            return new Node.Unary("not", not(), line);
        }
        return comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        while (true) {
            Token token = words.peek();
            boolean notIn = token.is("not") && words.peek(1).is("in");
            if (!notIn && !token.is("in") && !(token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text()))) {
                return left;
            }
            words.next();
            if (notIn) {
                words.next();
            }
            Expression right = sum();
            left = notIn
                    ? new Node.Unary("not", new Node.Binary("in", left, right, token.line()), token.line())
                    : new Node.Binary(token.text(), left, right, token.line());
        }
    }

    private Expression sum() {
        return chain(Set.of("+", "-", "~"), this::product);
    }

    private Expression product() {
        return chain(Set.of("*", "/", "//", "%"), this::unary);
    }

    private Expression chain(Set<String> operators, Supplier<Expression> part) {
        Expression left = part.get();
        while (words.peek().kind() == Kind.OPERATOR
                && operators.contains(words.peek().text())) {
            Token operator = words.next();
            left = new Node.Binary(operator.text(), left, part.get(), operator.line());
        }
        return left;
    }

    private Expression unary() {
        if (words.peek().is("-")) {
            int line = words.next().line();
            return new Node.Unary("-", unary(), line);
        }
        return withTests(withMembers(primary()));
    }

    private Expression withTests(Expression start) {
        Expression value = start;
        while (true) {
            int line = words.peek().line();
            if (words.take("|")) {
                String name = words.expect(Kind.NAME).text();
                Arguments arguments = words.take("(") ? arguments() : Arguments.NONE;
                value = withMembers(new Node.Filter(value, name, arguments, line));
            } else if (words.take("is")) {
                boolean negated = words.take("not");
                value = new Node.Test(value, words.expect(Kind.NAME).text(), negated, line);
            } else {
                return value;
            }
        }
    }

    private Expression withMembers(Expression start) {
        Expression value = start;
        while (true) {
            int line = words.peek().line();
            if (words.take(".")) {
                String name = words.expect(Kind.NAME).text();
                value = words.take("(")
                        ? new Node.Call(value, name, arguments(), line)
                        : new Node.Member(value, new Node.Literal(Marked.own(name), line), line);
            } else if (words.take("[")) {
                value = subscript(value, line);
            } else if (words.peek().is("(") && value instanceof Node.Name(String name, int _)) {
                words.next();
                value = new Node.Call(null, name, arguments(), line);
            } else {
                return value;
            }
        }
    }

    private Expression subscript(Expression value, int line) {
        Expression missing = new Node.Literal(Values.NONE, line);
        Expression from = words.peek().is(":") ? missing : parse();
        if (words.take("]")) {
            return new Node.Member(value, from, line);
        }
        words.expectWord(":");
        Expression to = words.peek().is("]") || words.peek().is(":") ? missing : parse();
        if (words.take(":")) {
            // the one step that templates use: a list from its end
            words.expectWord("-");
            Token step = words.expect(Kind.NUMBER);
            if (!step.text().equals("1") || from != missing || to != missing) {
                throw new TemplateException(line, "a slice with a step is only supported as [::-1]");
            }
            words.expectWord("]");
            return new Node.Filter(value, "reverse", Arguments.NONE, line);
        }
        words.expectWord("]");
        return new Node.Slice(value, from, to, line);
    }

    private Arguments arguments() {
        List<Expression> places = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!words.take(")")) {
            if (words.peek().kind() == Kind.NAME && words.peek(1).is("=")) {
                String name = words.next().text();
                words.next();
                named.put(name, parse());
            } else {
                places.add(parse());
            }
            if (!words.peek().is(")")) {
                words.expectWord(",");
            }
        }
        return new Arguments(places, named);
    }

    private Expression primary() {
        Token token = words.next();
        return switch (token.kind()) {
            case STRING -> {
                StringBuilder text = new StringBuilder(token.text());
                while (words.peek().kind() == Kind.STRING) {
                    text.append(words.next().text());
                }
                yield new Node.Literal(Marked.own(text.toString()), token.line());
            }
            case NUMBER -> new Node.Literal(number(token), token.line());
            case NAME ->
                WORDS.containsKey(token.text())
                        ? new Node.Literal(WORDS.get(token.text()), token.line())
                        : new Node.Name(token.text(), token.line());
            case OPERATOR -> bracket(token);
            case TEXT, BEGIN_OUTPUT, END_OUTPUT, BEGIN_STATEMENT, END_STATEMENT, END ->
                throw new TemplateException(
                        token.line(), "an expression was expected, but '" + token.text() + "' stands here");
        };
    }

    private static Long number(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw new TemplateException(token.line(), "the number " + token.text() + " is too large");
        }
    }

    private Expression bracket(Token token) {
        return switch (token.text()) {
            case "(" -> {
                Expression inner = parse();
                words.expectWord(")");
                yield inner;
            }
            case "[" -> {
                List<Expression> items = new ArrayList<>();
                while (!words.take("]")) {
                    items.add(parse());
                    if (!words.peek().is("]")) {
                        words.expectWord(",");
                    }
                }
                yield new Node.ListOf(items, token.line());
            }
            case "{" -> {
                Map<Expression, Expression> entries = new LinkedHashMap<>();
                while (!words.take("}")) {
                    Expression key = parse();
                    words.expectWord(":");
                    entries.put(key, parse());
                    if (!words.peek().is("}")) {
                        words.expectWord(",");
                    }
                }
                yield new Node.DictOf(entries, token.line());
            }
            default -> throw new TemplateException(token.line(), "'" + token.text() + "' does not belong here");
        };
    }
}
