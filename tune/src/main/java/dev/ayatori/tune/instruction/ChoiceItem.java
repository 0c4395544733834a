package dev.ayatori.tune.instruction;

import java.util.List;

/**
 * One line of {@code choices.jsonl}: which of four summaries belongs to a class.
 *
 * @param id fully qualified name of the class, unique among the items
 * @param question names the class
 * @param premise the same question without the name of the class
 * @param answers the summaries of the class and of three other held-out classes of its package
 * @param correct place of the right answer in {@code answers}, from zero on
 * @param language {@code ja} or {@code en}
 * @param documentId the document of the class
 * @param cluster near-duplicate cluster of that document
 * @param split of the document: {@code train} documents were read in pre-training, {@code validation} ones never
 */
public record ChoiceItem(
        String id,
        String className,
        String packageName,
        String question,
        String premise,
        List<String> answers,
        int correct,
        String language,
        String documentId,
        String cluster,
        String split) {

    /** How many answers an item offers. */
    public static final int ANSWERS = 4;

    /** Checks the answers. */
    public ChoiceItem {
        answers = List.copyOf(answers);
        assert answers.size() == ANSWERS && correct >= 0 && correct < ANSWERS;
    }
}
