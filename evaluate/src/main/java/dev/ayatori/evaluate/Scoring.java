package dev.ayatori.evaluate;

import dev.ayatori.evaluate.language.KneserNey;
import dev.ayatori.evaluate.language.TokenScorer;
import dev.ayatori.evaluate.language.Unigram;
import dev.ayatori.evaluate.task.BitsPerByte;
import dev.ayatori.evaluate.task.ChoiceItem;
import dev.ayatori.evaluate.task.ChoiceResult;
import dev.ayatori.evaluate.task.ChoiceTask;
import dev.ayatori.evaluate.task.EncodedDocument;
import dev.ayatori.evaluate.task.LexicalOverlap;
import dev.ayatori.evaluate.task.Prompting;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Collects what each model and each baseline says about the same documents and items, weakest first. */
final class Scoring {

    private final EvaluateSettings settings;
    private final Tokenizer tokenizer;
    private final List<EncodedDocument> documents;
    private final List<ChoiceItem> items;
    private final SequencedMap<String, double[]> bits = new LinkedHashMap<>();
    private final SequencedMap<String, List<ChoiceResult>> choices = new LinkedHashMap<>();

    Scoring(EvaluateSettings settings, Tokenizer tokenizer, List<EncodedDocument> documents, List<ChoiceItem> items) {
        this.settings = settings;
        this.tokenizer = tokenizer;
        this.documents = documents;
        this.items = items;
    }

    /** Trains the baselines on the tokens that the models were trained on. */
    void baselines(List<int[]> training) {
        int vocabulary = tokenizer.vocabularySize();
        validation("unigram", new Unigram(training, vocabulary));
        validation(
                "kneser-ney-" + settings.ngramOrder(),
                new KneserNey(training, settings.ngramOrder(), vocabulary, tokenizer.endOfText()));
        choices.put("lexical-overlap", LexicalOverlap.choose(items));
    }

    /** Scores a model on both tasks. */
    void model(String name, TokenScorer scorer, Prompting prompting) {
        validation(name, scorer);
        choices.put(name, new ChoiceTask(tokenizer, prompting).choose(scorer, items));
    }

    private void validation(String name, TokenScorer scorer) {
        bits.put(name, new BitsPerByte(settings.windowOverlap()).bits(scorer, documents));
    }

    ValidationResult validation() {
        return new ValidationResult(documents, bits);
    }

    ChoiceResults choices() {
        return new ChoiceResults(choices);
    }
}
