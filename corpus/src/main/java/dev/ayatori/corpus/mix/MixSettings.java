package dev.ayatori.corpus.mix;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.track.AyatoriException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what is trained on, and in how many folds that share no document.
 *
 * @param unit what budgets count
 * @param total of all parts, shared out by their budgets as weights; 0 takes the budgets as they are
 * @param parts documents with their budgets; none for no mix: every training document once
 * @param folds ordinary folds, of equal size
 * @param refined where it is not empty, there is one more fold of that size, named {@value #REFINED}, only of documents
 *     whose attributes of these names lie within these bounds, as {@link Bounds#parse} reads them
 * @param seed decides which documents are taken, and which fold takes them
 */
public record MixSettings(
        Unit unit, long total, List<MixPart> parts, int folds, Map<String, String> refined, long seed) {
    static final String REFINED = "refined";
    /** The largest budget and total: 10<sup>15</sup>. */
    static final long LARGEST = 1_000_000_000_000_000L;

    private static final int MOST = 100;

    public MixSettings {
        parts = List.copyOf(parts);
        refined = Collections.unmodifiableSortedMap(new TreeMap<>(refined));
        if (total < 0 || total > LARGEST) {
            throw new IllegalArgumentException("total must be between 0 and " + LARGEST + ", but is " + total);
        }
        if (folds < 1 || folds > MOST) {
            throw new IllegalArgumentException("folds must be between 1 and " + MOST + ", but is " + folds);
        }
        if (parts.size() > MOST) {
            throw new IllegalArgumentException("parts must be at most " + MOST + ", but are " + parts.size());
        }
        Set<String> names = new HashSet<>();
        for (MixPart part : parts) {
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("parts has \"" + part.name() + "\" twice; name it once");
            }
        }
        refined.values().forEach(Bounds::parse);
        long[] wholes = wholes(total, parts);
        for (int part = 0; part < wholes.length; part++) {
            if (wholes[part] < folds + (refined.isEmpty() ? 0 : 1)) {
                throw new IllegalArgumentException(
                        "budget of part \"" + parts.get(part).name() + "\" is " + wholes[part]
                                + " over all folds, which is less than one for each; raise it, or have fewer folds");
            }
        }
    }

    /** What budgets count. */
    public enum Unit {
        /** Tokens, the one that ends a document among them. */
        TOKENS,
        /** Bytes of UTF-8. */
        BYTES
    }

    /** Every training document once, in one file. */
    public static MixSettings none() {
        return new MixSettings(Unit.TOKENS, 0, List.of(), 1, Map.of(), 1);
    }

    /** Whether there is a mix at all. */
    public boolean mixes() {
        return !parts.isEmpty();
    }

    /** The names of the folds in the order in which they are read: {@code 01}, {@code 02}, ..., {@value #REFINED}. */
    public List<String> foldNames() {
        List<String> names = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            names.add(String.format(Locale.ROOT, "%02d", fold));
        }
        if (!refined.isEmpty()) {
            names.add(REFINED);
        }
        return names;
    }

    /** What each fold may hold of each part; all together are the total to the unit. */
    long[][] budgets() {
        int count = foldNames().size();
        long[] wholes = wholes(total, parts);
        long[][] budgets = new long[wholes.length][count];
        for (int part = 0; part < wholes.length; part++) {
            for (int fold = 0; fold < count; fold++) {
                budgets[part][fold] = wholes[part] * (fold + 1) / count - wholes[part] * fold / count;
            }
        }
        return budgets;
    }

    /** What all folds may hold of each part. */
    private static long[] wholes(long total, List<MixPart> parts) {
        if (total == 0) {
            return parts.stream().mapToLong(MixPart::budget).toArray();
        }
        long weights = parts.stream().mapToLong(MixPart::budget).sum();
        long[] wholes = new long[parts.size()];
        long before = 0;
        for (int part = 0; part < wholes.length; part++) {
            long after = before + parts.get(part).budget();
            wholes[part] = share(total, after, weights) - share(total, before, weights);
            before = after;
        }
        return wholes;
    }

    private static long share(long total, long weight, long weights) {
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(weights))
                .longValueExact();
    }

    /** The part that takes a document, or -1. */
    int partOf(Document document) {
        int found = -1;
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).takes(document)) {
                if (found >= 0) {
                    throw new AyatoriException(
                            "document %s (%s, language \"%s\") belongs to parts \"%s\" and \"%s\" of the mix; let only one take it, by collections, languages or measured"
                                    .formatted(
                                            document.id(),
                                            document.uri(),
                                            document.language(),
                                            parts.get(found).name(),
                                            parts.get(part).name()));
                }
                found = part;
            }
        }
        return found;
    }

    /** Whether a document may stand in the refined fold; what was not measured on it decides nothing. */
    boolean refines(Document document) {
        SortedMap<String, String> measured = document.attributes();
        return refined.entrySet().stream()
                .allMatch(bound -> !measured.containsKey(bound.getKey())
                        || Bounds.parse(bound.getValue()).hold(Double.parseDouble(measured.get(bound.getKey()))));
    }
}
