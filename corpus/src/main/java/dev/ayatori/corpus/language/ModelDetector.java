package dev.ayatori.corpus.language;

import dev.ayatori.corpus.classify.TextClassifier;
import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks models in their order; the first whose best label counts and is sure enough decides. */
final class ModelDetector implements LanguageDetector {
    private final List<LanguageModel> models;
    private final List<TextClassifier> classifiers;
    private final Map<String, String> codes = new HashMap<>();

    ModelDetector(List<LanguageModel> models) {
        this.models = List.copyOf(models);
        this.classifiers = models.stream().map(LanguageModel::classifier).toList();
        Map<String, String> known = TwoLetters.codes();
        classifiers.forEach(classifier ->
                classifier.labels().forEach(label -> codes.put(label, language(label, known))));
    }

    /** {@code jpn_Jpan} and {@code jpn} are {@code ja}. */
    private static String language(String label, Map<String, String> known) {
        String bare = label.replaceFirst("_[A-Z][a-z]{3}$", "");
        return known.getOrDefault(bare, bare);
    }

    @Override
    public LanguageGuess detect(String text) {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            LanguageModel model = models.get(i);
            for (Prediction best : classifiers.get(i).predict(text, 1)) {
                String said =
                        String.format(Locale.ROOT, "model %d says %s at %.4f", i + 1, best.name(), best.probability());
                if (best.probability() >= model.least()
                        && (model.labels().isEmpty() || model.labels().contains(best.name()))) {
                    return new LanguageGuess(codes.getOrDefault(best.name(), best.name()), said);
                }
                heard.add(said);
            }
        }
        return new LanguageGuess(
                "und",
                heard.isEmpty() ? "no model knows anything in it" : String.join(", ", heard) + ", not sure enough");
    }
}
