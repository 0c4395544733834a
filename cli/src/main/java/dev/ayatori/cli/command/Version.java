package dev.ayatori.cli.command;

import dev.ayatori.track.Recorded;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ayatori %s (JDK %s)".formatted(Recorded.runningVersion(), Runtime.version())};
    }
}
