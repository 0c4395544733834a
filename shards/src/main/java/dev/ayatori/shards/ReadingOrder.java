package dev.ayatori.shards;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * What {@code order.json} holds: how files were laid into sequences, and in which order training reads these.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param packing how documents fill sequences
 * @param context tokens the model looks back on
 * @param order the order of the sequences
 */
public record ReadingOrder(int formatVersion, Packing packing, int context, TrainingOrder order) {
    static final int FORMAT_VERSION = 2;

    /** An order of this version. */
    public static ReadingOrder of(Packing packing, int context, TrainingOrder order) {
        return new ReadingOrder(FORMAT_VERSION, packing, context, order);
    }

    /** Reads {@code order.json} of this version or of version 1, which knew windows of one file only. */
    public static ReadingOrder read(Path file) {
        JsonNode tree = Json.read(file, JsonNode.class);
        int version = tree.path("formatVersion").asInt(tree.has("tokens") ? 1 : 0);
        if (version != 1 && version != FORMAT_VERSION) {
            throw new AyatoriException(file + " has format version " + version + ", but this program reads 1 and "
                    + FORMAT_VERSION + "; train again or use a newer Ayatori");
        }
        return version == 1 ? Json.read(file, First.class).now() : Json.read(file, ReadingOrder.class);
    }

    /** Version 1. */
    private record First(long seed, long tokens, int context, int sequencesPerStep, int steps) {
        ReadingOrder now() {
            long sequences = new Windows(tokens, context).sequences();
            TrainingOrder.Source source = new TrainingOrder.Source(Shards.TRAIN, sequences, sequences);
            return of(Packing.WINDOWS, context, TrainingOrder.ofOneFile(seed, sequencesPerStep, steps, source));
        }
    }

    /** Writes {@code order.json}. */
    public void write(Path file) {
        Json.write(file, this);
    }
}
