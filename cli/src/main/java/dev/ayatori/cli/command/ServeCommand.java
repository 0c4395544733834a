package dev.ayatori.cli.command;

import dev.ayatori.serve.RunServer;
import dev.ayatori.serve.ServeSettings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori serve}: a run in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Shows a run in the browser until Ctrl-C: stages, curves, corpus, traced answers.",
        footerHeading = "%nExample:%n",
        footer = "  ayatori serve --run quickstart --port 8080")
@SuppressWarnings("NullAway.Init")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run;

    @Option(names = "--port", paramLabel = "N", description = "0 takes any free one (default: 8080)")
    private int port = ServeSettings.DEFAULT_PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to bind (default: 127.0.0.1)")
    private String host = "127.0.0.1";

    @Override
    public Integer call() {
        try (RunServer server = RunServer.start(new ServeSettings(run.folder(), port, host))) {
            System.out.println("http://%s:%d/ shows %s; Ctrl-C ends it".formatted(host, server.port(), run.folder()));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            System.out.println("ended");
        }
        return 0;
    }
}
