package dev.ayatori.pretrain.plan;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Bytes that one worker needs, by part.
 *
 * @param weights that are computed with, and a tied head's copy on the last stage of a pipeline
 * @param gradients f32 sums
 * @param optimizer f32 master weights and the two moments of AdamW
 * @param activations what forward keeps for backward
 * @param buffers of the head, of a section's gradients and of communication
 */
public record WorkerMemory(long weights, long gradients, long optimizer, long activations, long buffers) {

    /** Everything together. */
    public long total() {
        return weights + gradients + optimizer + activations + buffers;
    }

    /** The parts by name. */
    public SequencedMap<String, Long> parts() {
        SequencedMap<String, Long> parts = new LinkedHashMap<>();
        parts.put("weights", weights);
        parts.put("gradients", gradients);
        parts.put("optimizer", optimizer);
        parts.put("activations", activations);
        parts.put("buffers", buffers);
        return parts;
    }
}
