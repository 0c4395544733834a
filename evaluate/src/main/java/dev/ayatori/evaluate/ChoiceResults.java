package dev.ayatori.evaluate;

import dev.ayatori.evaluate.statistics.ClusterBootstrap;
import dev.ayatori.evaluate.statistics.Interval;
import dev.ayatori.evaluate.statistics.Wilson;
import dev.ayatori.evaluate.task.ChoiceItem;
import dev.ayatori.evaluate.task.ChoiceResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What every model chose for every item.
 *
 * <p>Accuracies have Wilson intervals; differences of two models on the same items are bootstrapped over packages, whose
 * items share their answers.
 *
 * @param byModel the models' choices, each list in the order of the items
 */
record ChoiceResults(SequencedMap<String, List<ChoiceResult>> byModel) {

    private static final String TASK = "choice";
    private static final String UNREAD = "choice-unread";
    private static final String ACCURACY = "accuracy";

    /** Accuracies in all, by language, and on documents that pre-training never read. */
    List<Score> scores(ClusterBootstrap bootstrap) {
        List<Score> scores = new ArrayList<>(scores(TASK, Score.ALL, item -> true, bootstrap));
        languages()
                .forEach(language -> scores.addAll(
                        scores(TASK, language, item -> item.language().equals(language), bootstrap)));
        scores.addAll(scores(UNREAD, Score.ALL, item -> item.split().equals("validation"), bootstrap));
        return scores;
    }

    /** How many items were asked. */
    int items() {
        return byModel.firstEntry().getValue().size();
    }

    private List<String> languages() {
        return byModel.firstEntry().getValue().stream()
                .map(result -> result.item().language())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Score> scores(String task, String language, Predicate<ChoiceItem> asked, ClusterBootstrap bootstrap) {
        SequencedMap<String, List<ChoiceResult>> here = new LinkedHashMap<>();
        byModel.forEach((model, results) -> here.put(
                model,
                results.stream().filter(result -> asked.test(result.item())).toList()));
        int items = here.firstEntry().getValue().size();
        if (items == 0) {
            return List.of();
        }
        List<Score> scores = new ArrayList<>();
        double chance = chance(here.firstEntry().getValue());
        scores.add(
                Score.rounded(new Score(ACCURACY, task, language, "chance", chance, chance, chance, items, "share")));
        here.forEach((model, results) -> scores.add(accuracy(task, language, model, results)));
        List<String> models = List.copyOf(here.keySet());
        for (int model = 1; model < models.size(); model++) {
            for (int other = 0; other < model; other++) {
                Pair pair = new Pair(models.get(model), models.get(other));
                scores.add(difference(task, language, pair.of(here), bootstrap));
            }
        }
        return scores;
    }

    private static double chance(List<ChoiceResult> results) {
        return results.stream()
                .mapToDouble(result -> 1.0 / result.item().answers().size())
                .average()
                .orElseThrow();
    }

    private static Score accuracy(String task, String language, String model, List<ChoiceResult> results) {
        int correct = (int) results.stream().filter(ChoiceResult::isCorrect).count();
        Interval interval = Wilson.interval(correct, results.size());
        double value = (double) correct / results.size();
        return Score.rounded(new Score(
                ACCURACY, task, language, model, value, interval.low(), interval.high(), results.size(), "share"));
    }

    private record Pair(String model, String other) {
        Compared of(Map<String, List<ChoiceResult>> results) {
            return new Compared(
                    model + " - " + other,
                    results.getOrDefault(model, List.of()),
                    results.getOrDefault(other, List.of()));
        }
    }

    private record Compared(String name, List<ChoiceResult> results, List<ChoiceResult> others) {}

    private static Score difference(String task, String language, Compared compared, ClusterBootstrap bootstrap) {
        TreeMap<String, double[]> packages = new TreeMap<>();
        int items = compared.results.size();
        IntStream.range(0, items).forEach(i -> {
            ChoiceResult result = compared.results.get(i);
            double[] gainAndItems = packages.computeIfAbsent(result.item().packageName(), any -> new double[2]);
            gainAndItems[0] +=
                    (result.isCorrect() ? 1 : 0) - (compared.others.get(i).isCorrect() ? 1 : 0);
            gainAndItems[1] += 1;
        });
        double[] gains = packages.values().stream().mapToDouble(sums -> sums[0]).toArray();
        double[] counts =
                packages.values().stream().mapToDouble(sums -> sums[1]).toArray();
        Interval interval = bootstrap.ratio(gains, counts);
        double value = packages.values().stream().mapToDouble(sums -> sums[0]).sum() / items;
        return Score.rounded(new Score(
                "difference", task, language, compared.name, value, interval.low(), interval.high(), items, "share"));
    }
}
