package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;

/**
 * The settings of a training from a step on: those it begins with, or a change while it goes on.
 *
 * @param after the last step of the settings before, 0 for those it begins with
 * @param steps of the whole run as they stand from here on, which the schedule reckons with
 * @param optimizer AdamW and its schedule, reckoned from the first step of the run
 */
public record Leg(int after, int steps, OptimizerSettings optimizer) {

    /** Checks the numbers. */
    public Leg {
        Require.that(after >= 0, "after must be at least 0", after);
        Require.that(steps > after, "steps must be more than after (" + after + ")", steps);
    }

    /** The learning rate of a step of this leg, counted from 1. */
    public double learningRate(int step) {
        return new Schedule(optimizer, steps).learningRate(step);
    }
}
