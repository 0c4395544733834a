package dev.ayatori.corpus.filter.view;

import java.util.List;

/**
 * The sentences of a text, which end at 。！？ or with their line.
 *
 * @param count how many
 * @param characters of all of them
 * @param longest characters of the longest
 * @param ellipses share of those that end in an ellipsis
 */
public record Sentences(long count, long characters, int longest, double ellipses) {
    /** Mean number of characters. */
    public double mean() {
        return count == 0 ? 0 : (double) characters / count;
    }

    static Sentences of(List<String> lines) {
        long count = 0;
        long characters = 0;
        int longest = 0;
        int ellipses = 0;
        for (String line : lines) {
            int begin = 0;
            for (int i = 0; i < line.length(); i++) {
                boolean last = i + 1 == line.length();
                if (last || (isEnd(line.charAt(i)) && !isEnd(line.charAt(i + 1)))) {
                    int length = i + 1 - begin;
                    count++;
                    characters += length;
                    longest = Math.max(longest, length);
                    ellipses += endsInEllipsis(line, i + 1) ? 1 : 0;
                    begin = i + 1;
                }
            }
        }
        return new Sentences(count, characters, longest, count == 0 ? 0 : (double) ellipses / count);
    }

    private static boolean endsInEllipsis(String line, int end) {
        int last = end - 1;
        while (last > 0 && isEnd(line.charAt(last))) {
            last--;
        }
        return line.charAt(last) == '…' || (last >= 2 && line.startsWith("...", last - 2));
    }

    private static boolean isEnd(char c) {
        return c == '。' || c == '！' || c == '？' || c == '!' || c == '?';
    }
}
