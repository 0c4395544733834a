package dev.ayatori.pretrain.data;

import dev.ayatori.shards.Packing;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How training reads the shards.
 *
 * @param packing how documents fill sequences
 * @param intraDocumentAttention whether attention keeps the documents of a sequence apart, positions counted in each
 * @param folds what is read, one fold after the other; none for one fold of every training file
 * @param validation the validation files to measure, such as {@code validation-ja}; none for all that fill a sequence
 */
public record DataSettings(
        Packing packing, boolean intraDocumentAttention, List<FoldSettings> folds, List<String> validation) {

    /** Copies the lists. */
    public DataSettings {
        folds = List.copyOf(folds);
        validation = List.copyOf(validation);
    }

    /** Windows of every training file, documents in sight of each other. */
    public static DataSettings defaults() {
        return new DataSettings(Packing.WINDOWS, false, List.of(), List.of());
    }

    /**
     * What a worker reads of these shards; every error there can be is found here.
     *
     * @param context tokens that a sequence predicts
     * @param steps of the run
     * @param sequencesPerStep sequences of one step
     */
    public TrainingData of(Shards shards, int context, int steps, int sequencesPerStep) {
        return new TrainingData(
                TrainingData.Format.of(packing),
                shards.folder().toAbsolutePath().toString(),
                folds(shards, context, steps, sequencesPerStep),
                validation(shards, context),
                intraDocumentAttention,
                context);
    }

    private List<Fold> folds(Shards shards, int context, int steps, int sequencesPerStep) {
        List<FoldSettings> asked = folds.isEmpty() ? List.of(FoldSettings.defaults()) : folds;
        List<Fold> planned = new ArrayList<>();
        int left = steps;
        for (int i = 0; i < asked.size(); i++) {
            FoldSettings fold = asked.get(i);
            List<Source> sources = fold.sources(sequences(shards, fold, context));
            long round = sources.stream().mapToLong(Source::draws).sum();
            boolean open = fold.steps() == 0 && i == asked.size() - 1;
            long own = fold.steps() > 0 ? fold.steps() : open ? left : Math.ceilDiv(round, sequencesPerStep);
            if (own > left || own == 0) {
                throw new AyatoriException("pretrain.data.folds: fold " + (i + 1) + " of " + asked.size() + " takes "
                        + own + " steps, but " + left + " of pretrain.steps " + steps + " are left");
            }
            left -= (int) own;
            planned.add(new Fold((int) own, sources));
        }
        if (left > 0) {
            throw new AyatoriException("pretrain.data.folds end " + left + " steps before pretrain.steps " + steps
                    + "; leave the steps of the last fold out or set pretrain.steps to " + (steps - left));
        }
        return planned;
    }

    private SortedMap<String, Long> sequences(Shards shards, FoldSettings fold, int context) {
        SortedMap<String, Long> sequences = new TreeMap<>();
        for (String file : fold.weights().isEmpty()
                ? shards.train().keySet()
                : fold.weights().keySet()) {
            if (!shards.train().containsKey(file)) {
                throw new AyatoriException("pretrain.data.folds name " + file + ", but the training files are "
                        + shards.train().keySet());
            }
            sequences.put(file, shards.layout(file, packing, context).sequences());
        }
        return sequences;
    }

    private List<String> validation(Shards shards, int context) {
        validation.forEach(file -> {
            if (!shards.validation().containsKey(file)) {
                throw new AyatoriException("pretrain.data.validation names " + file + ", but the validation files are "
                        + shards.validation().keySet());
            }
            shards.layout(file, Packing.WINDOWS, context);
        });
        return !validation.isEmpty()
                ? validation
                : shards.validation().keySet().stream()
                        .filter(file -> shards.file(file).tokens() > context)
                        .toList();
    }
}
