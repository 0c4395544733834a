package dev.ayatori.pretrain;

/** Checks at the doors of this module. */
final class Require {

    private Require() {}

    static void that(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
