package dev.ayatori.cli.command;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.track.AyatoriException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ayatori corpus}: the documents, kept and removed. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Shows the corpus of a run and the decisions on its documents.",
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori corpus inspect", "  ayatori corpus why 0123456789abcdef"})
public final class CorpusCommand extends CommandGroup {
    private record Story(Document document, List<Removal> removals) {}

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the funnel: what went in, what stayed, which rule took the rest.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus inspect --json")
    int inspect(@Mixin RunOptions run, @Mixin Output output) {
        CorpusStatistics statistics = Corpus.open(run.artifact("corpus")).statistics();
        output.print(statistics, () -> CorpusText.funnel(statistics));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Tells one document's story: kept or removed, by which rule, with which value.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori corpus why 0123456789abcdef")
    int why(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Parameters(paramLabel = "ID", description = "a document's id, or its whole uri") String id) {
        Story story = story(Corpus.open(run.artifact("corpus")), id);
        output.print(story, () -> CorpusText.story(story.document(), story.removals()));
        return 0;
    }

    private static Story story(Corpus corpus, String id) {
        String key = id.matches("[0-9a-f]{16}") ? id : Document.idOf(id);
        Optional<Document> kept = corpus.find(key);
        List<Removal> removals;
        try (var removed = corpus.removed()) {
            removals = removed.filter(removal -> removal.document().id().equals(key))
                    .toList();
        }
        Document document = kept.or(
                        () -> removals.stream().map(Removal::document).findFirst())
                .orElseThrow(
                        () -> new AyatoriException(
                                "no document \"" + id
                                        + "\", neither kept nor removed; an id has 16 hexadecimal digits, `ayatori search text` finds some"));
        return new Story(document, removals);
    }
}
