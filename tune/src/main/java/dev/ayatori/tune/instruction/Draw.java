package dev.ayatori.tune.instruction;

import dev.ayatori.track.ContentHasher;

/** Drawing by lot that depends on the seed and the thing's own name, never on what else is drawn. */
final class Draw {

    private final long seed;

    Draw(long seed) {
        this.seed = seed;
    }

    /** A number from zero on, the same for the same purpose and name everywhere. */
    long number(String purpose, String name) {
        String hash =
                ContentHasher.create().number(seed).text(purpose).text(name).hex();
        return Long.parseLong(hash.substring(0, 15), 16);
    }

    /** A number from zero to below {@code bound}. */
    int below(int bound, String purpose, String name) {
        return (int) (number(purpose, name) % bound);
    }
}
