package dev.ayatori.model;

/** Checks of sizes. */
final class Sizes {

    private Sizes() {}

    static void positive(String name, int value) {
        require(value >= 1, name + " must be at least 1", value);
    }

    static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
