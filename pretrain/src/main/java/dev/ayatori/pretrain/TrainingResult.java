package dev.ayatori.pretrain;

import dev.ayatori.shards.Steps;
import java.util.List;

/**
 * What a finished training hands over.
 *
 * @param weightsHash hash over names, shapes and bytes of all weights
 * @param steps optimizer steps from the first weights on, resumed ones included
 * @param unlearned steps of these that changed nothing, rising: skipped ones, and those before a roll-back
 * @param rollBacks how often it went back to a checkpoint
 * @param parameters trained values
 * @param tokens tokens read in all steps
 * @param loss mean loss of the last step, in nats per counted token
 * @param validationLoss last validation loss in nats per counted token; NaN without validation data
 */
public record TrainingResult(
        String weightsHash,
        int steps,
        List<Steps> unlearned,
        int rollBacks,
        long parameters,
        long tokens,
        double loss,
        double validationLoss) {

    /** How many steps changed nothing. */
    public long unlearnedSteps() {
        return unlearned.stream().mapToInt(Steps::count).sum();
    }
}
