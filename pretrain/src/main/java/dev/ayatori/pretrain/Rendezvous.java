package dev.ayatori.pretrain;

import dev.ayatori.tensor.GlooGroup;
import dev.ayatori.tensor.ProcessGroup;
import java.time.Duration;
import java.util.Map;

/** Which of the workers a process is, by the variables that torchrun or Slurm sets. */
final class Rendezvous {

    /** Where rank 0 listens when MASTER_PORT is not said. */
    static final int PORT = 29_500;

    private Rendezvous() {}

    static int rank(Map<String, String> environment) {
        return number(environment, "RANK", "SLURM_PROCID", 0);
    }

    static int size(Map<String, String> environment) {
        return number(environment, "WORLD_SIZE", "SLURM_NTASKS", 1);
    }

    static String host(Map<String, String> environment) {
        return environment.getOrDefault("MASTER_ADDR", "127.0.0.1");
    }

    static int port(Map<String, String> environment) {
        return number(environment, "MASTER_PORT", "MASTER_PORT", PORT);
    }

    /** Meets the other workers. */
    static ProcessGroup meet(Map<String, String> environment, Duration timeout) {
        return size(environment) == 1
                ? ProcessGroup.alone()
                : GlooGroup.join(new GlooGroup.Rendezvous(
                        host(environment), port(environment), rank(environment), size(environment), timeout));
    }

    private static int number(Map<String, String> environment, String name, String substitute, int otherwise) {
        String text = environment.getOrDefault(name, environment.getOrDefault(substitute, "" + otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, but is \"" + text + "\"", e);
        }
    }
}
