package dev.ayatori.serve;

import java.nio.file.Path;

/**
 * Which run is served, and where.
 *
 * @param runFolder the run's folder; it may still be in progress, its stages appear as they finish
 * @param port the port to listen on, 0 for any free one
 * @param host the address to bind; 127.0.0.1 keeps the run on this machine
 */
public record ServeSettings(Path runFolder, int port, String host) {
    /** The port of the command line when none is given. */
    public static final int DEFAULT_PORT = 8080;

    public ServeSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, but is " + port);
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is empty: give an address such as 127.0.0.1");
        }
    }

    /** The run on this machine only, at the default port. */
    public static ServeSettings of(Path runFolder) {
        return new ServeSettings(runFolder, DEFAULT_PORT, "127.0.0.1");
    }
}
