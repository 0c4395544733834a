package dev.ayatori.evaluate.task;

import java.util.List;

/**
 * What one model chose.
 *
 * @param scores one for each answer; the highest is chosen, the first of equals
 */
public record ChoiceResult(ChoiceItem item, List<Double> scores) {

    /** Copies the scores. */
    public ChoiceResult {
        scores = List.copyOf(scores);
    }

    /** Place of the chosen answer. */
    public int choice() {
        int best = 0;
        for (int answer = 1; answer < scores.size(); answer++) {
            if (scores.get(answer) > scores.get(best)) {
                best = answer;
            }
        }
        return best;
    }

    /** Whether the right answer was chosen. */
    public boolean isCorrect() {
        return choice() == item.correct();
    }
}
