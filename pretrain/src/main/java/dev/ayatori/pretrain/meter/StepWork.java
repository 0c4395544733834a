package dev.ayatori.pretrain.meter;

/**
 * What every step of a training computes, and what the workers could at best.
 *
 * @param parameters trained values
 * @param sequences of one step
 * @param tokens of one step
 * @param flops of one step, see {@link ModelFlops}
 * @param peakFlops that all workers reach in one second, 0 where nobody measured it
 */
public record StepWork(long parameters, int sequences, long tokens, double flops, double peakFlops) {

    /** Nothing is known yet. */
    public static final StepWork UNKNOWN = new StepWork(0, 0, 0, 0, 0);
}
