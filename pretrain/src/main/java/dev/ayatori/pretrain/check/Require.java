package dev.ayatori.pretrain.check;

/** Checks a value at a door. */
public final class Require {

    private Require() {}

    /** Refuses a value that breaks a rule. */
    public static void that(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
