package dev.ayatori.release;

import java.nio.file.Path;
import java.util.List;

/** Checks a release folder against its own hashes and claims. */
public final class VerifyRelease {
    private VerifyRelease() {}

    /** Everything that is wrong with the release in {@code folder}, in a fixed order; empty when all is well. */
    public static List<Finding> verify(Path folder) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }
}
