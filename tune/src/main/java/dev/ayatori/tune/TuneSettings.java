package dev.ayatori.tune;

import dev.ayatori.tune.instruction.InstructionSettings;

/**
 * Supervised fine-tuning on instruction data made from the corpus.
 *
 * @param instructions what becomes a question and an answer
 * @param steps optimizer steps
 * @param sequencesPerStep packed sequences of the model's context length in one step
 * @param learningRate peak of the cosine schedule
 * @param finalLearningRateShare learning rate at the last step as a share of the peak
 * @param warmupSteps steps of linear warm-up
 * @param weightDecay decoupled weight decay of the matrices
 * @param gradientClip largest global norm of the gradient
 * @param checkpointEvery steps between two checkpoints that a killed run resumes from
 */
public record TuneSettings(
        InstructionSettings instructions,
        int steps,
        int sequencesPerStep,
        double learningRate,
        double finalLearningRateShare,
        int warmupSteps,
        double weightDecay,
        double gradientClip,
        int checkpointEvery) {

    /** Checks every value. */
    public TuneSettings {
        require(steps >= 1, "steps must be at least 1", steps);
        require(sequencesPerStep >= 1, "sequencesPerStep must be at least 1", sequencesPerStep);
        require(learningRate > 0 && learningRate < 1, "learningRate must be above 0 and below 1", learningRate);
        require(
                finalLearningRateShare >= 0 && finalLearningRateShare <= 1,
                "finalLearningRateShare must be between 0 and 1",
                finalLearningRateShare);
        require(
                warmupSteps >= 0 && warmupSteps <= steps,
                "warmupSteps must be between 0 and steps (" + steps + ")",
                warmupSteps);
        require(weightDecay >= 0 && weightDecay < 1, "weightDecay must be at least 0 and below 1", weightDecay);
        require(gradientClip > 0, "gradientClip must be above 0", gradientClip);
        require(checkpointEvery >= 1, "checkpointEvery must be at least 1", checkpointEvery);
    }

    /** The settings of the quickstart. */
    public static TuneSettings defaults() {
        return new TuneSettings(InstructionSettings.defaults(), 150, 16, 5e-4, 0.1, 10, 0.1, 1.0, 50);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
