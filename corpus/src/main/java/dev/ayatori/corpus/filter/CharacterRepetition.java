package dev.ayatori.corpus.filter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The character repetition ratio of Laurençon et al. (2022), "The BigScience ROOTS Corpus", section 3.3: how much of
 * all character n-grams the sqrt(distinct) most frequent of them make up, counting only those that occur twice.
 *
 * <p>It needs no words, so it stands where the word n-grams of Gopher stand in languages with spaces.
 */
record CharacterRepetition(int length, Bounds bounds) implements Filter {
    @Override
    public String name() {
        return "character-repetition";
    }

    @Override
    public double measure(TextView view) {
        String text = String.join("\n", view.lines());
        Map<String, int[]> counts = new HashMap<>();
        for (int i = 0; i + length <= text.length(); i++) {
            counts.computeIfAbsent(text.substring(i, i + length), gram -> new int[1])[0]++;
        }
        int[] descending =
                counts.values().stream().mapToInt(count -> -count[0]).sorted().toArray();
        int top = (int) StrictMath.sqrt(descending.length);
        long repeated = -Arrays.stream(descending, 0, top)
                .filter(count -> count < -1)
                .asLongStream()
                .sum();
        return Measured.share(repeated, Math.max(0, text.length() - length + 1));
    }
}
