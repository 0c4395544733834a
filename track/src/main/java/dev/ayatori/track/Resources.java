package dev.ayatori.track;

import java.nio.file.Path;

/**
 * The means of the machine at hand: they change how fast a stage runs, never what it makes, so they are not hashed.
 *
 * @param threads how many threads a stage may keep busy, at least 1
 * @param cache folder for downloads that runs share
 */
public record Resources(int threads, Path cache) {
    public Resources {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
    }
}
