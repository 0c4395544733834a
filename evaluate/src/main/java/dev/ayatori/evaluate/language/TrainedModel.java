package dev.ayatori.evaluate.language;

import dev.ayatori.model.LanguageModel;
import java.util.List;

/** A trained model as a scorer; its longest sequence is its context. */
public final class TrainedModel implements TokenScorer {

    private final LanguageModel model;

    /** Borrows the model, which stays the caller's to close. */
    public TrainedModel(LanguageModel model) {
        this.model = model;
    }

    @Override
    public int longestSequence() {
        return model.shape().context();
    }

    @Override
    public List<double[]> logProbabilities(List<int[]> batch) {
        return model.logProbabilities(batch);
    }
}
