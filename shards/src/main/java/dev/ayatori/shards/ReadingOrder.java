package dev.ayatori.shards;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What {@code order.json} holds: how files were laid into sequences, and in which order training reads these.
 *
 * @param formatVersion {@value #FORMAT_VERSION}
 * @param packing how documents fill sequences
 * @param context tokens the model looks back on
 * @param order the order of the sequences
 * @param unlearned steps that read and changed nothing, rising: skipped ones, and those before a roll-back
 */
public record ReadingOrder(
        int formatVersion, Packing packing, int context, TrainingOrder order, List<Steps> unlearned) {
    static final int FORMAT_VERSION = 3;

    /** Copies the list. */
    public ReadingOrder {
        unlearned = List.copyOf(unlearned);
    }

    /** An order of this version, all of whose steps taught the model. */
    public static ReadingOrder of(Packing packing, int context, TrainingOrder order) {
        return new ReadingOrder(FORMAT_VERSION, packing, context, order, List.of());
    }

    /** The same with steps that changed nothing. */
    public ReadingOrder without(List<Steps> steps) {
        return new ReadingOrder(FORMAT_VERSION, packing, context, order, steps);
    }

    /** The steps (from 0), in order and each once, that taught the model any of these sequences of a file. */
    public int[] stepsTeaching(String file, long[] sequences) {
        return Arrays.stream(order.stepsReading(file, sequences))
                .filter(step -> unlearned.stream().noneMatch(steps -> steps.first() <= step + 1 && step < steps.last()))
                .toArray();
    }

    /**
     * Reads {@code order.json} of this version, of version 2, all of whose steps count, or of version 1, which knew
     * windows of one file only.
     */
    public static ReadingOrder read(Path file) {
        JsonNode tree = Json.read(file, JsonNode.class);
        int version = tree.path("formatVersion").asInt(tree.has("tokens") ? 1 : 0);
        if (version < 1 || version > FORMAT_VERSION) {
            throw new AyatoriException(file + " has format version " + version + ", but this program reads 1 to "
                    + FORMAT_VERSION + "; train again or use a newer Ayatori");
        }
        return switch (version) {
            case 1 -> Json.read(file, First.class).now();
            case 2 -> Json.read(file, Second.class).now();
            default -> Json.read(file, ReadingOrder.class);
        };
    }

    /** Version 1. */
    private record First(long seed, long tokens, int context, int sequencesPerStep, int steps) {
        ReadingOrder now() {
            long sequences = new Windows(tokens, context).sequences();
            TrainingOrder.Source source = new TrainingOrder.Source(Shards.TRAIN, sequences, sequences);
            return of(Packing.WINDOWS, context, TrainingOrder.ofOneFile(seed, sequencesPerStep, steps, source));
        }
    }

    /** Version 2. */
    private record Second(int formatVersion, Packing packing, int context, TrainingOrder order) {
        ReadingOrder now() {
            return of(packing, context, order);
        }
    }

    /** Writes {@code order.json}. */
    public void write(Path file) {
        Json.write(file, this);
    }
}
