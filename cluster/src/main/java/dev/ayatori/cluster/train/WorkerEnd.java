package dev.ayatori.cluster.train;

import java.io.Serializable;

/**
 * How a worker ended.
 *
 * @param exitCode of its process
 * @param reason why it was never started, or ""
 */
record WorkerEnd(int exitCode, String reason) implements Serializable {
    private static final long serialVersionUID = 1;
}
