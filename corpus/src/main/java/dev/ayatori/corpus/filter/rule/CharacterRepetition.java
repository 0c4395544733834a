package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.filter.view.Words;

/**
 * The character repetition ratio of Laurençon et al. (2022), "The BigScience ROOTS Corpus", section 3.3: how much of
 * all character n-grams the sqrt(distinct) most frequent of them make up, counting only those that occur twice.
 */
public record CharacterRepetition(int length, Bounds bounds) implements Filter {
    @Override
    public String name() {
        return "character-repetition";
    }

    @Override
    public double measure(TextView view) {
        return of(view.characters(), length);
    }

    static double of(Words words, int length) {
        int[] frequencies = words.frequencies(length);
        long distinct = 0;
        long all = 0;
        for (int times = 1; times < frequencies.length; times++) {
            distinct += frequencies[times];
            all += (long) times * frequencies[times];
        }
        long room = (long) StrictMath.sqrt(distinct);
        long repeated = 0;
        for (int times = frequencies.length - 1; times > 1 && room > 0; times--) {
            long taken = Math.min(room, frequencies[times]);
            repeated += taken * times;
            room -= taken;
        }
        return Measured.share(repeated, all);
    }
}
