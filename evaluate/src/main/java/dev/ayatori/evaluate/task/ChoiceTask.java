package dev.ayatori.evaluate.task;

import dev.ayatori.evaluate.language.TokenScorer;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Lets a model choose among answers by what the question adds to their probability.
 *
 * <p>The score of an answer is log p(answer | question) - log p(answer | premise), where the premise is the same question
 * without the name it asks about: pointwise mutual information, conditional on the domain. An answer that is likely
 * whatever is asked thus gains nothing, nor does a short one. This score was fixed before any item was scored, and no
 * other is computed, so nothing is selected on the items.
 *
 * <p>Source: Ari Holtzman, Peter West, Vered Shwartz, Yejin Choi, Luke Zettlemoyer, Surface Form Competition: Why the
 * Highest Probability Answer Isn't Always Right, EMNLP 2021.
 */
public final class ChoiceTask {

    private final Tokenizer tokenizer;
    private final Prompting prompting;

    /** A task for models that are asked in one way. */
    public ChoiceTask(Tokenizer tokenizer, Prompting prompting) {
        this.tokenizer = tokenizer;
        this.prompting = prompting;
    }

    /** What is scored: an answer after a question or after a premise. */
    private record Request(String question, String answer) {}

    /** The model's choice for each item. */
    public List<ChoiceResult> choose(TokenScorer scorer, List<ChoiceItem> items) {
        Map<Request, Double> scored = new HashMap<>();
        ToDoubleFunction<Request> log = request -> scored.computeIfAbsent(request, asked -> log(scorer, asked));
        return items.stream().map(item -> result(item, log)).toList();
    }

    private static ChoiceResult result(ChoiceItem item, ToDoubleFunction<Request> log) {
        return new ChoiceResult(
                item,
                item.answers().stream()
                        .map(answer -> log.applyAsDouble(new Request(item.question(), answer))
                                - log.applyAsDouble(new Request(item.premise(), answer)))
                        .toList());
    }

    private double log(TokenScorer scorer, Request request) {
        int[] prompt = prompting.prompt(request.question, tokenizer);
        int[] answer = new ChatFormat(tokenizer).answer(request.answer);
        double[] logs = scorer.logProbabilities(joined(prompt, answer, scorer.longestSequence()));
        double sum = 0;
        for (int token = Math.max(0, logs.length - answer.length); token < logs.length; token++) {
            sum += logs[token];
        }
        return sum;
    }

    /** Prompt and answer; where the context is too short, the beginning of the prompt is left out. */
    private static int[] joined(int[] prompt, int[] answer, int longest) {
        int[] joined = Arrays.copyOf(prompt, prompt.length + answer.length);
        System.arraycopy(answer, 0, joined, prompt.length, answer.length);
        return Arrays.copyOfRange(joined, Math.max(0, joined.length - longest), joined.length);
    }
}
