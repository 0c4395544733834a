package dev.ayatori.pretrain.data;

import dev.ayatori.shards.Packing;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The opened files of {@link TrainingData}. */
public final class TrainingFiles implements AutoCloseable {

    private interface Opening {
        SequenceSource open(String file, Packing packing);
    }

    private final Map<String, SequenceSource> sources = new TreeMap<>();
    private final AutoCloseable files;

    private TrainingFiles(TrainingData data, Opening opening, AutoCloseable files) {
        this.files = files;
        Packing packing = data.format() == TrainingData.Format.BEST_FIT ? Packing.BEST_FIT : Packing.WINDOWS;
        data.folds().stream()
                .flatMap(fold -> fold.sources().stream())
                .forEach(source -> check(
                        data, source, sources.computeIfAbsent(source.file(), file -> opening.open(file, packing))));
        data.validation().forEach(file -> sources.put(file, opening.open(file, Packing.WINDOWS)));
    }

    /** Opens all files. */
    public static TrainingFiles open(TrainingData data) {
        Path folder = Path.of(data.folder());
        return switch (data.format()) {
            case SEQUENCES ->
                new TrainingFiles(data, (file, _) -> SequenceFile.open(folder.resolve(file), data.context()), () -> {});
            case WINDOWS, BEST_FIT -> ofShards(data, Shards.open(folder));
        };
    }

    private static TrainingFiles ofShards(TrainingData data, Shards shards) {
        try {
            Opening opening = (file, packing) -> new TokenSequences(
                    shards.file(file),
                    shards.layout(file, packing, data.context()),
                    data.context(),
                    data.intraDocumentAttention());
            return new TrainingFiles(data, opening, shards);
        } catch (RuntimeException e) {
            shards.close();
            throw e;
        }
    }

    private static void check(TrainingData data, Source planned, SequenceSource found) {
        if (planned.sequences() != found.sequences()) {
            throw new AyatoriException(
                    "%s of %s has %d sequences, but this training was planned over %d: the files were changed; start anew"
                            .formatted(planned.file(), data.folder(), found.sequences(), planned.sequences()));
        }
    }

    /** The sequence at a place of the training order. */
    public Sequence read(TrainingOrder.Place place) {
        return source(place.file()).read(place.sequence());
    }

    /** The sequences of one file. */
    public SequenceSource source(String file) {
        SequenceSource source = sources.get(file);
        if (source == null) {
            throw new IllegalArgumentException(file + " is not among " + sources.keySet());
        }
        return source;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("closing memory maps throws nothing checked", e);
        }
    }
}
