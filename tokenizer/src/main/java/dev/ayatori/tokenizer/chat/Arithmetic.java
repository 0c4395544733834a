package dev.ayatori.tokenizer.chat;

/** Numbers, and the order of texts. */
final class Arithmetic {
    private Arithmetic() {}

    static Object apply(String operator, Object left, Object right, int line) {
        if (left instanceof Marked a && right instanceof Marked b) {
            return ordered(operator, a.text().compareTo(b.text()), line);
        }
        long a = Functions.number(left, line);
        long b = Functions.number(right, line);
        return switch (operator) {
            case "-" -> a - b;
            case "*" -> a * b;
            case "//", "%" -> {
                if (b == 0) {
                    throw new TemplateException(line, "a division by zero");
                }
                yield operator.equals("%") ? Math.floorMod(a, b) : Math.floorDiv(a, b);
            }
            default -> ordered(operator, Long.compare(a, b), line);
        };
    }

    private static Object ordered(String operator, int order, int line) {
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            default -> throw new TemplateException(line, "operator '" + operator + "' is not supported here");
        };
    }
}
