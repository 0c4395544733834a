package dev.ayatori.cli;

import dev.ayatori.track.Production;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The stages of a run as a table for people and as records for machines. */
final class StageTable {
    private static final int COUNTS = 4;
    private static final int SHORT_HASH = 12;

    private StageTable() {}

    /** One stage for machines. */
    record Line(String stage, boolean upToDate, double seconds, Map<String, Long> counts, String contentHash) {
        static Line of(Production production) {
            return new Line(
                    production.artifact().name(),
                    production.upToDate(),
                    production.time().toMillis() / 1000.0,
                    production.artifact().manifest().counts(),
                    production.artifact().contentHash());
        }
    }

    static String text(List<Production> productions) {
        StringBuilder table = new StringBuilder();
        table.append(row("stage", "", "time", "content hash", "counts"));
        productions.forEach(production -> table.append(row(
                production.artifact().name(),
                production.upToDate() ? "up to date" : "built",
                time(production.time()),
                production.artifact().contentHash().substring(0, SHORT_HASH),
                counts(production.artifact().manifest().counts()))));
        Duration all = productions.stream().map(Production::time).reduce(Duration.ZERO, Duration::plus);
        return table.append(row("all", "", time(all), "", "")).toString();
    }

    private static String row(String stage, String state, String time, String hash, String counts) {
        return "%-10s %-10s %9s  %-12s  %s"
                        .formatted(stage, state, time, hash, counts)
                        .stripTrailing() + "\n";
    }

    private static String time(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return seconds < 60
                ? "%.1f s".formatted(seconds)
                : "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .limit(COUNTS)
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), words(count.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
