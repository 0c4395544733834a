package dev.ayatori.cli.house;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Tells whether a static field can change, as far as its declaration shows. */
final class StaticState {
    private static final Pattern COLLECTION =
            Pattern.compile("(java\\.util\\.)?(\\w*(List|Map|Set|Collection|Deque|Queue))(<.*>)?");
    private static final Pattern IMMUTABLE = Pattern.compile(
            "(?s).*(\\.of|\\.ofEntries|\\.copyOf|\\.toList|\\.unmodifiable\\w*"
                    + "|\\.toUnmodifiable\\w*|\\.empty\\w*|Collections\\.\\w+)\\(.*|[a-z]\\w*\\(.*|\\w+\\.[a-z]\\w*\\(.*");
    private static final Set<String> MUTABLE = Set.of(
            "AtomicInteger",
            "AtomicLong",
            "AtomicBoolean",
            "AtomicReference",
            "LongAdder",
            "StringBuilder",
            "Random",
            "SplittableRandom",
            "BitSet",
            "Object[]",
            "Properties",
            "ThreadLocal");

    private StaticState() {}

    /** What is wrong with the field, if anything. */
    static Optional<String> complaint(VariableTree field) {
        Set<Modifier> modifiers = field.getModifiers().getFlags();
        if (!modifiers.contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        if (!modifiers.contains(Modifier.FINAL)) {
            return Optional.of("is static and not final");
        }
        if (field.getType() instanceof ArrayTypeTree) {
            return modifiers.contains(Modifier.PRIVATE)
                    ? Optional.empty()
                    : Optional.of("is an array others can write");
        }
        String type = String.valueOf(field.getType());
        ExpressionTree value = field.getInitializer();
        boolean made = value instanceof NewClassTree;
        if (MUTABLE.contains(type.replaceAll("<.*", ""))) {
            return Optional.of("is static and holds a mutable " + type);
        }
        boolean collection = COLLECTION.matcher(type).matches();
        return collection
                        && (made
                                || value == null
                                || !IMMUTABLE.matcher(value.toString()).matches())
                ? Optional.of("is static and holds a collection that can change")
                : Optional.empty();
    }
}
