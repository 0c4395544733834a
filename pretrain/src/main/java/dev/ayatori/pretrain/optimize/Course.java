package dev.ayatori.pretrain.optimize;

import dev.ayatori.pretrain.check.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of every step of a training.
 *
 * @param legs one after the other, the first from the first step on
 */
public record Course(List<Leg> legs) {

    /** Checks that the legs follow each other. */
    public Course {
        legs = List.copyOf(legs);
        Require.that(
                legs.getFirst().after() == 0,
                "the first leg must begin after step 0",
                legs.getFirst().after());
        for (int i = 1; i < legs.size(); i++) {
            int before = legs.get(i - 1).after();
            int end = legs.get(i - 1).steps();
            int after = legs.get(i).after();
            Require.that(
                    after > before && after < end,
                    "changes must take effect after a step above " + before + " and below " + end,
                    after);
        }
    }

    /** The same settings for all steps. */
    public static Course of(int steps, OptimizerSettings optimizer) {
        return new Course(List.of(new Leg(0, steps, optimizer)));
    }

    /** With changes that take effect later. */
    public Course with(List<Leg> changes) {
        List<Leg> all = new ArrayList<>(legs);
        all.addAll(changes);
        return new Course(all);
    }

    /** How many steps there are in the end. */
    public int steps() {
        return legs.getLast().steps();
    }

    /** The leg of a step, counted from 1. */
    public Leg at(int step) {
        return legs.stream()
                .filter(leg -> leg.after() < step)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** The last step up to which another course is the same. */
    public int equalUpTo(Course other) {
        int equal = 0;
        while (equal < legs.size()
                && equal < other.legs.size()
                && legs.get(equal).equals(other.legs.get(equal))) {
            equal++;
        }
        int own = equal < legs.size() ? legs.get(equal).after() : steps();
        int theirs = equal < other.legs.size() ? other.legs.get(equal).after() : other.steps();
        return Math.min(own, theirs);
    }
}
