package dev.ayatori.corpus.extract;

import java.util.List;

/** Finds where the content of a page without a main element begins: at the heading that its title repeats. */
final class TitleHeading {
    private static final double SHARED = 0.5;
    private static final int SHORTEST = 4;

    private TitleHeading() {}

    /** Place of that heading among the blocks, their number when there is none. */
    static int place(List<Candidate> blocks, String title) {
        for (int i = 0; i < blocks.size(); i++) {
            Candidate block = blocks.get(i);
            if (block.heading() && block.boilerplate().isEmpty() && repeats(title, block.text())) {
                return i;
            }
        }
        return blocks.size();
    }

    private static boolean repeats(String title, String heading) {
        int shared = longestShared(title, heading);
        return shared >= SHARED * heading.length() && shared >= Math.min(SHORTEST, heading.length());
    }

    /** Length of the longest common substring. */
    static int longestShared(String left, String right) {
        int longest = 0;
        int[] ending = new int[right.length() + 1];
        for (int i = 0; i < left.length(); i++) {
            for (int j = right.length(); j > 0; j--) {
                ending[j] = left.charAt(i) == right.charAt(j - 1) ? ending[j - 1] + 1 : 0;
                longest = Math.max(longest, ending[j]);
            }
        }
        return longest;
    }
}
