package dev.ayatori.evaluate.language;

import dev.ayatori.model.generate.LanguageModel;

/** A trained model as a scorer; its longest sequence is a context and the token after it. */
public final class TrainedModel implements TokenScorer {

    private final LanguageModel model;

    /** Borrows the model, which stays the caller's to close. */
    public TrainedModel(LanguageModel model) {
        this.model = model;
    }

    @Override
    public int longestSequence() {
        return model.shape().context() + 1;
    }

    @Override
    public double[] logProbabilities(int[] tokens) {
        return model.logProbabilities(tokens);
    }
}
