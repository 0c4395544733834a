package dev.ayatori.corpus.dedup.substring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Japanese-like texts that follow from their number: sentences of words drawn by Zipf's law from 20,000 words of one to four
 * characters, with particles between them.
 *
 * @param seed of all of them
 */
record BenchTexts(long seed) {
    private static final int PAGE = 2_700;
    private static final int WORDS = 20_000;
    private static final int CHANGES = 5;
    private static final String PARTICLES = "はがをにでとものへや";

    /** A page of its own. */
    String page(long number) {
        return text(number, PAGE);
    }

    /** A text of so many characters. */
    String text(long number, int characters) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        StringBuilder text = new StringBuilder(characters + 20);
        while (text.length() < characters) {
            int words = 3 + random.nextInt(12);
            for (int i = 0; i < words; i++) {
                word(random, text);
                text.append(PARTICLES.charAt(random.nextInt(PARTICLES.length())));
            }
            text.setCharAt(text.length() - 1, '。');
            if (random.nextInt(8) == 0) {
                text.append('\n');
            }
        }
        text.setLength(characters);
        return text.toString();
    }

    private static void word(SplittableRandom random, StringBuilder text) {
        long word = (long) Math.pow(WORDS, random.nextDouble());
        for (int i = 0; i <= word % 7 % 4; i++) {
            text.append((char) (0x4E00 + (word * 2_654_435_761L >>> 5 * i) % 6_000));
        }
    }

    /** A page that is new one time in ten, and otherwise an earlier new one with five characters changed. */
    String nearCopy(long number) {
        if (number % 10 == 0) {
            return page(number);
        }
        SplittableRandom random = new SplittableRandom(~number);
        StringBuilder copy = new StringBuilder(page(random.nextLong(number / 10 + 1) * 10));
        for (int change = 0; change < CHANGES; change++) {
            copy.setCharAt(random.nextInt(copy.length()), (char) (0x3042 + random.nextInt(80)));
        }
        return copy.toString();
    }

    /** So many bytes of near copies, as they are in UTF-8. */
    List<String> nearCopies(long bytes) {
        return texts(bytes, this::nearCopy);
    }

    private static List<String> texts(long bytes, LongFunction<String> text) {
        List<String> texts = new ArrayList<>();
        for (long written = 0; written < bytes; written += 3L * texts.getLast().length()) {
            texts.add(text.apply(texts.size()));
        }
        return texts;
    }
}
