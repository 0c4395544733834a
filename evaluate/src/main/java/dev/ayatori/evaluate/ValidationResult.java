package dev.ayatori.evaluate;

import dev.ayatori.evaluate.statistics.ClusterBootstrap;
import dev.ayatori.evaluate.statistics.Interval;
import dev.ayatori.evaluate.task.EncodedDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bits of every validation document under every model.
 *
 * @param documents what was scored
 * @param bits by model, in the order of the documents
 */
record ValidationResult(List<EncodedDocument> documents, SequencedMap<String, double[]> bits) {

    private static final String TASK = "validation";

    /**
     * Bits per byte of every model, its difference from every model before it, and the share of the first model's bits
     * that it saves; in all and by language.
     */
    List<Score> scores(ClusterBootstrap bootstrap) {
        List<Score> scores = new ArrayList<>();
        for (String language : languages()) {
            int[] places = IntStream.range(0, documents.size())
                    .filter(i -> language.equals(Score.ALL)
                            || documents.get(i).language().equals(language))
                    .toArray();
            scores.addAll(new OfLanguage(language, places, bootstrap).scores());
        }
        return scores;
    }

    private List<String> languages() {
        List<String> languages = new ArrayList<>(documents.stream()
                .map(EncodedDocument::language)
                .distinct()
                .sorted()
                .toList());
        languages.addFirst(Score.ALL);
        return languages;
    }

    private final class OfLanguage {
        private final String language;
        private final int[] places;
        private final ClusterBootstrap bootstrap;
        private final double[] bytes;

        OfLanguage(String language, int[] places, ClusterBootstrap bootstrap) {
            this.language = language;
            this.places = places;
            this.bootstrap = bootstrap;
            this.bytes = gather(i -> documents.get(i).bytes());
        }

        List<Score> scores() {
            List<Score> scores = new ArrayList<>();
            double total = sum(bytes);
            scores.add(score("sample-bytes", "corpus", "bytes", total, new Interval(total, total)));
            bits.forEach((model, ofDocument) -> {
                double[] here = gather(i -> ofDocument[i]);
                scores.add(score("bits-per-byte", model, "bits/byte", sum(here) / total, bootstrap.ratio(here, bytes)));
            });
            List<String> models = List.copyOf(bits.keySet());
            for (int model = 1; model < models.size(); model++) {
                scores.add(saving(models.get(model), models.getFirst()));
                for (int other = 0; other < model; other++) {
                    scores.add(difference(models.get(model), models.get(other)));
                }
            }
            return scores;
        }

        private Score difference(String model, String other) {
            double[] more = gather(i -> of(model)[i] - of(other)[i]);
            return score(
                    "difference",
                    model + " - " + other,
                    "bits/byte",
                    sum(more) / sum(bytes),
                    bootstrap.ratio(more, bytes));
        }

        /** How much of the other model's bits this one saves. */
        private Score saving(String model, String other) {
            double[] saved = gather(i -> of(other)[i] - of(model)[i]);
            double[] whole = gather(i -> of(other)[i]);
            return score(
                    "saving", model + " / " + other, "share", sum(saved) / sum(whole), bootstrap.ratio(saved, whole));
        }

        private double[] of(String model) {
            return bits.getOrDefault(model, new double[0]);
        }

        private Score score(String name, String model, String unit, double value, Interval interval) {
            return Score.rounded(new Score(
                    name, TASK, language, model, value, interval.low(), interval.high(), places.length, unit));
        }

        private double[] gather(IntToDoubleFunction value) {
            return Arrays.stream(places).mapToDouble(value).toArray();
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
