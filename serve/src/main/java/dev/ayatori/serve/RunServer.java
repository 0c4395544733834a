package dev.ayatori.serve;

/** One run in the browser and behind an OpenAI-compatible API, until it is closed. */
public final class RunServer implements AutoCloseable {
    private final int port;

    private RunServer(int port) {
        this.port = port;
    }

    /**
     * Starts serving.
     *
     * @throws RuntimeException naming the port and the remedy when the port is in use
     */
    public static RunServer start(ServeSettings settings) {
        throw new UnsupportedOperationException("not yet: " + settings);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {}
}
