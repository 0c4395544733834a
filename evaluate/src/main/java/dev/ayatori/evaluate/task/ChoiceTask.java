package dev.ayatori.evaluate.task;

import dev.ayatori.evaluate.language.LengthBatches;
import dev.ayatori.evaluate.language.TokenScorer;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private final int batchTokens;

    /** A task for models that are asked in one way. */
    public ChoiceTask(Tokenizer tokenizer, Prompting prompting, int batchTokens) {
        this.tokenizer = tokenizer;
        this.prompting = prompting;
        this.batchTokens = batchTokens;
    }

    /** What is scored: an answer after a question or after a premise. */
    private record Request(String question, String answer) {}

    /** The model's choice for each item. */
    public List<ChoiceResult> choose(TokenScorer scorer, List<ChoiceItem> items) {
        Map<Request, Double> logs = score(scorer, requests(items));
        return items.stream().map(item -> result(item, logs)).toList();
    }

    private static List<Request> requests(List<ChoiceItem> items) {
        return items.stream()
                .flatMap(item -> item.answers().stream()
                        .flatMap(answer ->
                                Stream.of(new Request(item.question(), answer), new Request(item.premise(), answer))))
                .distinct()
                .toList();
    }

    private Map<Request, Double> score(TokenScorer scorer, List<Request> requests) {
        List<int[]> sequences = new ArrayList<>();
        List<Integer> answerLengths = new ArrayList<>();
        ChatFormat format = new ChatFormat(tokenizer);
        for (Request request : requests) {
            int[] answer = format.answer(request.answer);
            sequences.add(joined(prompting.prompt(request.question, tokenizer), answer, scorer.longestSequence()));
            answerLengths.add(answer.length);
        }
        List<double[]> scored = new LengthBatches(scorer, batchTokens).score(sequences);
        Map<Request, Double> logs = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            double[] numbers = scored.get(i);
            double sum = 0;
            for (int token = Math.max(0, numbers.length - answerLengths.get(i)); token < numbers.length; token++) {
                sum += numbers[token];
            }
            logs.put(requests.get(i), sum);
        }
        return logs;
    }

    /** Prompt and answer; where the context is too short, the beginning of the prompt is left out. */
    private static int[] joined(int[] prompt, int[] answer, int longest) {
        int[] joined = Arrays.copyOf(prompt, prompt.length + answer.length);
        System.arraycopy(answer, 0, joined, prompt.length, answer.length);
        return Arrays.copyOfRange(joined, Math.max(0, joined.length - longest), joined.length);
    }

    private static ChoiceResult result(ChoiceItem item, Map<Request, Double> logs) {
        return new ChoiceResult(
                item,
                item.answers().stream()
                        .map(answer -> logs.getOrDefault(new Request(item.question(), answer), Double.NaN)
                                - logs.getOrDefault(new Request(item.premise(), answer), Double.NaN))
                        .toList());
    }
}
