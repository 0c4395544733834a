package dev.ayatori.cluster.train;

import dev.ayatori.track.launch.ProcessLauncher;
import java.util.Map;
import java.util.TreeMap;

/** Makes the launcher {@code spark}. */
public final class SparkLauncherProvider implements ProcessLauncher.Provider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public ProcessLauncher open(String master, Map<String, String> properties) {
        return SparkProcesses.open(master, new TreeMap<>(properties));
    }
}
