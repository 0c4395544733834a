package dev.ayatori.evaluate.task;

import dev.ayatori.track.ContentHasher;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The baseline that understands nothing: it chooses the answer that shares the most letters with the class name.
 *
 * <p>The score is the share of the name's character trigrams, upper and lower case alike, that stand in the answer.
 * Equal scores are decided by lot, which depends on item and answer alone.
 */
public final class LexicalOverlap {

    private static final int GRAM = 3;
    private static final double LOT = 1e-6;

    private LexicalOverlap() {}

    /** The baseline's choice for each item. */
    public static List<ChoiceResult> choose(List<ChoiceItem> items) {
        return items.stream()
                .map(item -> new ChoiceResult(
                        item,
                        item.answers().stream()
                                .map(answer -> overlap(item.className(), answer) + LOT * lot(item.id(), answer))
                                .toList()))
                .toList();
    }

    static double overlap(String name, String answer) {
        Set<String> grams = grams(name);
        if (grams.isEmpty()) {
            return 0;
        }
        Set<String> shared = grams(answer);
        shared.retainAll(grams);
        return (double) shared.size() / grams.size();
    }

    private static Set<String> grams(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + GRAM <= lower.length(); i++) {
            grams.add(lower.substring(i, i + GRAM));
        }
        return grams;
    }

    /** A number from zero to one. */
    private static double lot(String id, String answer) {
        String hash = ContentHasher.create().text(id).text(answer).hex();
        return Integer.parseInt(hash.substring(0, 7), 16) / (double) 0xFFFFFFF;
    }
}
