package dev.ayatori.tokenizer.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a template between two of its seams. */
sealed interface Node {
    record Text(String text) implements Node {}

    record Output(Expression value) implements Node {}

    record If(List<Branch> branches) implements Node {}

    /** What is rendered where a condition holds. */
    record Branch(Expression condition, List<Node> body) {}

    record For(List<String> names, Expression over, List<Node> body, List<Node> otherwise) implements Node {}

    record Set(String name, @Nullable String field, Expression value) implements Node {}

    record Leave(boolean loop) implements Node {}

    /** Something with a value; every kind knows its line. */
    sealed interface Expression {
        int line();
    }

    record Literal(Object value, int line) implements Expression {}

    record Name(String name, int line) implements Expression {}

    record ListOf(List<Expression> items, int line) implements Expression {}

    record DictOf(Map<Expression, Expression> entries, int line) implements Expression {}

    record Member(Expression of, Expression key, int line) implements Expression {}

    record Slice(Expression of, Expression from, Expression to, int line) implements Expression {}

    record Call(@Nullable Expression on, String name, Arguments arguments, int line) implements Expression {}

    record Filter(Expression value, String name, Arguments arguments, int line) implements Expression {}

    record Test(Expression value, String name, boolean negated, int line) implements Expression {}

    record Unary(String operator, Expression value, int line) implements Expression {}

    record Binary(String operator, Expression left, Expression right, int line) implements Expression {}

    record Choice(Expression condition, Expression then, Expression otherwise, int line) implements Expression {}

    /** Arguments by place and by name. */
    record Arguments(List<Expression> places, Map<String, Expression> named) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
