package dev.ayatori.pretrain.meter;

/**
 * What one step of a training showed.
 *
 * @param loss mean over the counted tokens, in nats
 * @param gradientNorm global norm before clipping
 * @param learningRate of this step
 * @param lossScale of this step, 1 but in f16
 * @param seconds it took
 * @param memory of the worker that tells
 */
public record StepFigures(
        double loss,
        double gradientNorm,
        double learningRate,
        double lossScale,
        double seconds,
        ResidentMemory memory) {}
