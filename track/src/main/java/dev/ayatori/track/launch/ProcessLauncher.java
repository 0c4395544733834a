package dev.ayatori.track.launch;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;

/** Starts the processes of a job. What they print to standard output is heard here, wherever they run. */
public interface ProcessLauncher extends AutoCloseable {

    /** Starts those that are this launcher's to start; tells them by their rank. */
    SortedMap<Integer, Process> start(ProcessOrder order) throws IOException, InterruptedException;

    /** Whether all processes of a job run on this machine. */
    boolean onThisMachine();

    @Override
    default void close() {}

    /** Makes launchers of one name; found by {@link ServiceLoader}. */
    interface Provider {
        /** The name by which it is asked for, such as {@code spark}. */
        String name();

        /** A launcher on the cluster of an address, with properties of the cluster's software. */
        ProcessLauncher open(String master, Map<String, String> properties);
    }

    /** The launcher of this name on a cluster. */
    static ProcessLauncher open(String name, String master, Map<String, String> properties) {
        for (Provider provider : ServiceLoader.load(Provider.class)) {
            if (provider.name().equals(name)) {
                return provider.open(master, properties);
            }
        }
        throw new AyatoriException("there is no launcher \"" + name + "\" here: local and environment are always there,"
                + " spark comes with the launcher (./ayatori pretrain ... --launcher spark)");
    }
}
