package dev.ayatori.tokenizer.chat;

import dev.ayatori.tokenizer.chat.Functions.Given;
import dev.ayatori.tokenizer.chat.Node.Expression;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders a template. */
final class Interpreter {
    /** More than any conversation needs; a template that loops in loops is stopped here. */
    private static final int MOST_STEPS = 5_000_000;

    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Map<String, Object> names;
    private final StringBuilder text = new StringBuilder();
    private final BitSet foreign = new BitSet();
    private int steps;

    private Interpreter(Map<String, Object> names) {
        this.names = new HashMap<>(names);
    }

    static Marked render(List<Node> template, Map<String, Object> names) {
        Interpreter interpreter = new Interpreter(names);
        var _ = interpreter.run(template);
        return new Marked(interpreter.text.toString(), interpreter.foreign);
    }

    private void put(Marked out) {
        out.foreign().stream().forEach(i -> foreign.set(text.length() + i));
        text.append(out.text());
    }

    private Flow run(List<Node> nodes) {
        for (Node node : nodes) {
            Flow flow = run(node);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(Node node) {
        switch (node) {
            case Node.Text part -> put(Marked.own(part.text()));
            case Node.Output output -> put(Values.text(value(output.value())));
            case Node.If conditional -> {
                for (Node.Branch branch : conditional.branches()) {
                    if (Values.isTrue(value(branch.condition()))) {
                        return run(branch.body());
                    }
                }
            }
            case Node.For loop -> {
                return run(loop);
            }
            case Node.Set set -> assign(set);
            case Node.Leave leave -> {
                return leave.loop() ? Flow.BREAK : Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    @SuppressWarnings("unchecked") // the maps of this package have text keys
    private void assign(Node.Set set) {
        if (set.field() == null) {
            names.put(set.name(), value(set.value()));
        } else if (names.get(set.name()) instanceof Map<?, ?> namespace) {
            ((Map<String, Object>) namespace).put(set.field(), value(set.value()));
        } else {
            throw new TemplateException(set.value().line(), "'" + set.name() + "' is no namespace");
        }
    }

    private Flow run(Node.For loop) {
        List<?> items = items(value(loop.over()), loop.over().line());
        if (items.isEmpty()) {
            return run(loop.otherwise());
        }
        // names set in a loop end with it, as in Jinja
        Map<String, Object> outside = new HashMap<>(names);
        for (int i = 0; i < items.size(); i++) {
            names.put("loop", loopInfo(items, i));
            bind(loop, items.get(i));
            Flow flow = run(loop.body());
            if (flow == Flow.BREAK) {
                break;
            }
        }
        names.clear();
        names.putAll(outside);
        return Flow.ON;
    }

    private static Map<String, Object> loopInfo(List<?> items, int index) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("index", index + 1L);
        info.put("index0", (long) index);
        info.put("first", index == 0);
        info.put("last", index == items.size() - 1);
        info.put("length", (long) items.size());
        info.put("previtem", index == 0 ? Values.UNDEFINED : items.get(index - 1));
        info.put("nextitem", index == items.size() - 1 ? Values.UNDEFINED : items.get(index + 1));
        return info;
    }

    private void bind(Node.For loop, Object item) {
        if (loop.names().size() == 1) {
            names.put(loop.names().getFirst(), item);
            return;
        }
        List<?> parts = items(item, loop.over().line());
        if (parts.size() != loop.names().size()) {
            throw new TemplateException(loop.over().line(), loop.names() + " cannot take " + parts.size() + " values");
        }
        for (int i = 0; i < parts.size(); i++) {
            names.put(loop.names().get(i), parts.get(i));
        }
    }

    private static List<?> items(Object value, int line) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream()
                    .map(key -> Marked.foreign(key.toString()))
                    .toList();
        }
        throw new TemplateException(
                line, "a loop wants a list, but got '" + Values.text(value).text() + "'");
    }

    private Object value(Expression expression) {
        if (++steps > MOST_STEPS) {
            throw new TemplateException(expression.line(), "rendering takes more than " + MOST_STEPS + " steps");
        }
        int line = expression.line();
        return switch (expression) {
            case Node.Literal literal -> literal.value();
            case Node.Name name -> names.getOrDefault(name.name(), Values.UNDEFINED);
            case Node.ListOf list -> list.items().stream().map(this::value).toList();
            case Node.DictOf dict -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                dict.entries()
                        .forEach((key, entry) ->
                                entries.put(Values.text(value(key)).text(), value(entry)));
                yield entries;
            }
            case Node.Member member -> member(value(member.of()), value(member.key()), line);
            case Node.Slice slice -> slice(value(slice.of()), value(slice.from()), value(slice.to()), line);
            case Node.Call call -> {
                Given given = Given.of(call.arguments(), this::value, line);
                yield call.on() == null
                        ? Functions.call(call.name(), given)
                        : Functions.method(value(call.on()), call.name(), given);
            }
            case Node.Filter filter ->
                Functions.filter(value(filter.value()), filter.name(), Given.of(filter.arguments(), this::value, line));
            case Node.Test test -> test.negated() != Functions.test(value(test.value()), test.name(), line);
            case Node.Unary unary ->
                unary.operator().equals("-")
                        ? (Object) (-Functions.number(value(unary.value()), line))
                        : (Object) !Values.isTrue(value(unary.value()));
            case Node.Binary binary -> binary(binary);
            case Node.Choice choice ->
                value(Values.isTrue(value(choice.condition())) ? choice.then() : choice.otherwise());
        };
    }

    private static Object member(Object of, Object key, int line) {
        if (of instanceof Map<?, ?> map && key instanceof Marked name) {
            Object value = map.get(name.text());
            return value == null ? Values.UNDEFINED : value;
        }
        if (of instanceof List<?> list && key instanceof Long index) {
            long at = index < 0 ? list.size() + index : index;
            return at < 0 || at >= list.size() ? Values.UNDEFINED : list.get((int) at);
        }
        if (of instanceof Marked text && key instanceof Long index) {
            return slice(text, index, index == -1 ? Values.NONE : (Object) (index + 1), line);
        }
        if (of == Values.UNDEFINED) {
            throw new TemplateException(line, "'" + Values.text(key).text() + "' of something undefined is asked for");
        }
        return Values.UNDEFINED;
    }

    private static Object slice(Object of, Object from, Object to, int line) {
        int size = of instanceof Marked text
                ? text.text().length()
                : items(of, line).size();
        int start = place(from, 0, size, line);
        int end = Math.max(start, place(to, size, size, line));
        return of instanceof Marked text
                ? text.part(start, end)
                : items(of, line).subList(start, end);
    }

    private static int place(Object value, int otherwise, int size, int line) {
        if (value == Values.NONE) {
            return otherwise;
        }
        long at = Functions.number(value, line);
        return (int) Math.clamp(at < 0 ? size + at : at, 0L, (long) size);
    }

    private Object binary(Node.Binary binary) {
        Object left = value(binary.left());
        switch (binary.operator()) {
            case "and" -> {
                return Values.isTrue(left) ? value(binary.right()) : left;
            }
            case "or" -> {
                return Values.isTrue(left) ? left : value(binary.right());
            }
            default -> {}
        }
        Object right = value(binary.right());
        return switch (binary.operator()) {
            case "==" -> Values.equal(left, right);
            case "!=" -> !Values.equal(left, right);
            case "in" -> contains(right, left, binary.line());
            case "~" -> Values.text(left).plus(Values.text(right));
            case "+" -> plus(left, right, binary.line());
            default -> Arithmetic.apply(binary.operator(), left, right, binary.line());
        };
    }

    private static Object plus(Object left, Object right, int line) {
        if (left instanceof Marked a && right instanceof Marked b) {
            return a.plus(b);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return Stream.concat(a.stream(), b.stream()).toList();
        }
        return Functions.number(left, line) + Functions.number(right, line);
    }

    private static boolean contains(Object whole, Object part, int line) {
        return switch (whole) {
            case Marked text -> text.text().contains(Values.text(part).text());
            case Map<?, ?> map -> map.containsKey(Values.text(part).text());
            default -> items(whole, line).stream().anyMatch(item -> Values.equal(item, part));
        };
    }
}
