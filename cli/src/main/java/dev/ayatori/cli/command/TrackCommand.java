package dev.ayatori.cli.command;

import dev.ayatori.track.MetricPoint;
import dev.ayatori.track.StageState;
import dev.ayatori.track.TrackStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ayatori track}: the runs and what they measured. */
@Command(
        name = "track",
        mixinStandardHelpOptions = true,
        description = "Shows runs, their stages and their metrics.",
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori track list", "  ayatori track show", "  ayatori track show pretrain loss"})
public final class TrackCommand {
    private record RunLine(String run, List<StageState> stages) {}

    private record Series(String stage, String metric, List<MetricPoint> points) {}

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the runs, the one last worked on first.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori track list --json")
    int list(@Mixin RunOptions run, @Mixin Output output) {
        try (TrackStore store = TrackStore.open(run.runs())) {
            List<RunLine> lines = store.runs().stream()
                    .map(name -> new RunLine(name, store.stages(name)))
                    .toList();
            output.print(lines, () -> lines.stream().map(TrackCommand::line).collect(Collectors.joining()));
        }
        return 0;
    }

    private static String line(RunLine run) {
        long done = run.stages().stream()
                .filter(stage -> stage.state().equals("done"))
                .count();
        String last = run.stages().stream()
                .map(StageState::started)
                .max(String::compareTo)
                .orElse("");
        return "%-24s %d of %d stages done, last worked on %s%n"
                .formatted(run.run(), done, run.stages().size(), last);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the stages of a run, the metrics of a stage, or the values of a metric.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori track show pretrain loss --run quickstart")
    int show(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Parameters(arity = "0..1", defaultValue = "", paramLabel = "STAGE") String stage,
            @Parameters(arity = "0..1", defaultValue = "", paramLabel = "METRIC") String metric) {
        String name = run.folder().getFileName().toString();
        try (TrackStore store = TrackStore.open(run.runs())) {
            if (stage.isEmpty()) {
                List<StageState> stages = store.stages(name);
                output.print(
                        stages, () -> stages.stream().map(TrackCommand::line).collect(Collectors.joining()));
            } else if (metric.isEmpty()) {
                Map<String, MetricPoint> last = new LinkedHashMap<>();
                store.metricNames(name, stage)
                        .forEach(each ->
                                last.put(each, store.metrics(name, stage, each).getLast()));
                output.print(last, () -> lastValues(last));
            } else {
                Series series = new Series(stage, metric, store.metrics(name, stage, metric));
                output.print(series, () -> values(series));
            }
        }
        return 0;
    }

    private static String line(StageState stage) {
        String hash = stage.contentHash().isEmpty() ? "" : stage.contentHash().substring(0, 12);
        return "%-10s %-12s %10.1f s  %-12s  %s%n"
                .formatted(stage.stage(), stage.state(), stage.seconds(), hash, stage.started());
    }

    private static String lastValues(Map<String, MetricPoint> last) {
        return last.entrySet().stream()
                .map(entry -> "%-28s %14.6g  at step %d%n"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().value(),
                                entry.getValue().step()))
                .collect(Collectors.joining());
    }

    private static String values(Series series) {
        return series.points().stream()
                .map(point -> "%d\t%s%n".formatted(point.step(), point.value()))
                .collect(Collectors.joining());
    }
}
