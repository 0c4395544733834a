package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.command.RunOptions;
import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.OverlapReport;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationSet;
import dev.ayatori.corpus.decontaminate.OverlapAction;
import dev.ayatori.corpus.source.PinnedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori corpus decontaminate}: texts of evaluation sets in a corpus. */
@Command(
        name = "decontaminate",
        mixinStandardHelpOptions = true,
        description = {
            "Finds texts of evaluation sets in the documents of a corpus: where, which, and how much of each.",
            "A corpus leaves such documents out where its recipe names the sets: corpus.decontamination.sets."
        },
        footerHeading = "%nExample:%n",
        footer = "  ayatori corpus decontaminate --set jnli=valid.jsonl:sentence1,sentence2 --samples 20")
@SuppressWarnings("NullAway.Init")
final class DecontaminateCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run;

    @Mixin
    private Output output;

    @Option(
            names = "--set",
            required = true,
            paramLabel = "NAME=FILE:FIELDS",
            description = "JSON lines, and the fields whose texts are looked for, parted by commas")
    private Map<String, String> sets = Map.of();

    @Option(names = "--id", paramLabel = "FIELD", description = "names an item (default: the number of its line)")
    private String id = "";

    @Option(names = "--words", paramLabel = "N", description = "words of an n-gram (default: ${DEFAULT-VALUE})")
    private int words = DecontaminationSettings.defaults().words();

    @Option(
            names = "--characters",
            paramLabel = "N",
            description = "characters of an n-gram where no spaces part words (default: ${DEFAULT-VALUE})")
    private int characters = DecontaminationSettings.defaults().characters();

    @Option(
            names = "--threshold",
            paramLabel = "SHARE",
            description = "of a text, covered by its n-grams, from which it is an overlap (default: ${DEFAULT-VALUE})")
    private double threshold = DecontaminationSettings.defaults().threshold();

    @Option(
            names = "--shortest",
            paramLabel = "N",
            description = {
                "letters below which a text counts only where all of it stands, and below three fifths of which not at all",
                "(default: ${DEFAULT-VALUE})"
            })
    private int shortest = DecontaminationSettings.defaults().shortest();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "how many overlaps to show, best first (default: ${DEFAULT-VALUE})")
    private int samples = 20;

    @Override
    public Integer call() {
        try (Stream<Document> documents = Corpus.open(run.artifact("corpus")).documents()) {
            OverlapReport report = OverlapReport.of(documents, settings());
            output.print(report, () -> report.text(samples));
        }
        return 0;
    }

    private DecontaminationSettings settings() {
        List<EvaluationSet> all = new ArrayList<>();
        new TreeMap<>(sets).forEach((name, place) -> all.add(set(name, place)));
        return new DecontaminationSettings(all, OverlapAction.REPORT, words, characters, shortest, threshold);
    }

    private EvaluationSet set(String name, String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("--set must be NAME=FILE:FIELDS, but is " + name + "=" + place);
        }
        PinnedFile file = PinnedFile.at(Path.of(place.substring(0, colon)));
        List<String> fields = List.of(place.substring(colon + 1).split(","));
        return new EvaluationSet(name, file.address(), file.sha256(), id, fields);
    }
}
