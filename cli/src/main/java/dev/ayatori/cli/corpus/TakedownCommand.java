package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.RunOptions;
import dev.ayatori.corpus.takedown.Takedown;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.search.lineage.Lineage;
import dev.ayatori.search.lineage.Sighting;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus takedown}: a document that must go, and everything that has seen it. */
@Command(
        name = "takedown",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a document down, and every copy of it: notes them in takedown.txt of the folder of runs, which every"
                    + " corpus built there honours.",
            "Lists all artifacts of all runs there that have seen it: files, folds, training steps, published corpora. What is there already stays"
                    + " as it is until it is built again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori corpus takedown 0123456789abcdef --reason \"asked for by the author\"",
            "  ayatori corpus takedown --dry-run https://example.org/page.html"
        })
@SuppressWarnings("NullAway.Init")
final class TakedownCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "ID-OR-URI", description = "a document's id, its first digits, or its whole address")
    private String asked;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the list")
    private String reason = "";

    @Option(names = "--dry-run", description = "changes nothing: only tells what would go and what has seen it")
    private boolean dryRun;

    @Override
    public Integer call() {
        Takedown takedown = Takedown.of(run.artifact("corpus"), asked);
        Set<String> ids =
                takedown.targets().stream().map(Takedown.Target::id).collect(Collectors.toCollection(TreeSet::new));
        TakedownList list = TakedownList.of(run.runs());
        List<String> added = dryRun ? List.of() : list.add(takedown.entries(), (asked + "  " + reason).strip());
        List<Sighting> seen = Lineage.inAll(run.runs(), ids);
        Result result = new Result(takedown, seen, list.file().toString(), added);
        output.print(result, () -> result.text(dryRun));
        return 0;
    }

    /** What goes, and what has seen it. */
    private record Result(Takedown takedown, List<Sighting> seen, String list, List<String> added) {
        String text(boolean dryRun) {
            StringBuilder out = new StringBuilder();
            takedown.targets()
                    .forEach(target -> out.append("%s  %s%s%n"
                            .formatted(
                                    target.id(),
                                    target.uri(),
                                    target.rule().isEmpty() ? "" : "  (removed by " + target.rule() + ")")));
            out.append("%nseen by%n".formatted());
            int widest = seen.stream()
                    .mapToInt(each -> each.run().length() + each.artifact().length() + 1)
                    .max()
                    .orElse(0);
            seen.forEach(each -> out.append(("  %-" + (widest + 1) + "s %s  %s%n")
                    .formatted(
                            each.run() + "/" + each.artifact(),
                            each.contentHash().substring(0, 12),
                            each.place())));
            String done = dryRun
                    ? "nothing was changed"
                    : added.isEmpty() ? list + " has it already" : "added to %s: %d".formatted(list, added.size());
            return out.append("%n%s; the next corpus built is without %s%n"
                            .formatted(done, takedown.targets().size() == 1 ? "it" : "them"))
                    .toString();
        }
    }
}
