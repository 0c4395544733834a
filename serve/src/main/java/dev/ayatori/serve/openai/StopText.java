package dev.ayatori.serve.openai;

import java.util.List;

/** Cuts an answer at the first stop text; what might be the beginning of one is held back until that is clear. */
final class StopText {
    private final List<String> stops;
    private String held = "";
    private boolean stopped;

    StopText(List<String> stops) {
        this.stops = stops;
    }

    /** The part of the answer that is certain with this piece. */
    String next(String piece) {
        held += piece;
        int first = firstStop();
        if (first >= 0) {
            stopped = true;
            return take(first, held.length());
        }
        int sure = held.length() - undecided();
        return take(sure, sure);
    }

    /** What was held back when no more comes. */
    String rest() {
        return stopped ? "" : take(held.length(), held.length());
    }

    /** Whether a stop text was met. */
    boolean stopped() {
        return stopped;
    }

    private String take(int end, int drop) {
        String taken = held.substring(0, end);
        held = held.substring(drop);
        return taken;
    }

    /** Where the answer ends: at the stop that is complete first, so that it matters not in which pieces text comes. */
    private int firstStop() {
        int first = -1;
        int firstEnd = Integer.MAX_VALUE;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            int end = at + stop.length();
            if (at >= 0 && (end < firstEnd || (end == firstEnd && at < first))) {
                first = at;
                firstEnd = end;
            }
        }
        return first;
    }

    private int undecided() {
        return stops.stream().mapToInt(this::beginning).max().orElse(0);
    }

    /** The longest end of the held text that begins this stop text. */
    private int beginning(String stop) {
        int longest = Math.min(held.length(), stop.length() - 1);
        while (longest > 0 && !held.endsWith(stop.substring(0, longest))) {
            longest--;
        }
        return longest;
    }
}
