package dev.ayatori.pretrain;

/**
 * What a finished training hands over.
 *
 * @param weightsHash hash over names, shapes and bytes of all weights
 * @param steps optimizer steps from the first weights on, resumed ones included
 * @param skipped steps of these that changed nothing
 * @param parameters trained values
 * @param tokens tokens read in all steps
 * @param loss mean loss of the last step, in nats per counted token
 * @param validationLoss last validation loss in nats per counted token; NaN without validation data
 */
public record TrainingResult(
        String weightsHash, int steps, int skipped, long parameters, long tokens, double loss, double validationLoss) {}
