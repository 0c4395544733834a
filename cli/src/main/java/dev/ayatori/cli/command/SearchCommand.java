package dev.ayatori.cli.command;

import dev.ayatori.search.Hit;
import dev.ayatori.search.SearchIndex;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori search}: any text in the corpus, and the way back from an answer. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the training corpus, and traces a text back to documents and training steps.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori search count \"文字列\"",
            "  ayatori search text \"thread AND safe\"",
            "  ayatori search trace \"指定された文字列を変換する\""
        })
public final class SearchCommand {
    private static final String LIMIT = "at most so many (default: ${DEFAULT-VALUE})";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Counts how often a text stands in the corpus, letter by letter.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori search count \"文字列\"")
    int count(@Mixin RunOptions run, @Mixin Output output, @Parameters(paramLabel = "TEXT") String text) {
        try (SearchIndex index = open(run)) {
            long count = index.count(text);
            output.print(Map.of("text", text, "count", count), () -> Long.toString(count));
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows where a text stands in the corpus, letter by letter.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori search find \"文字列を\" --limit 5")
    int find(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Option(names = "--limit", defaultValue = "10", paramLabel = "N", description = LIMIT) int limit,
            @Parameters(paramLabel = "TEXT") String text) {
        try (SearchIndex index = open(run)) {
            List<Hit> hits = index.find(text, limit);
            output.print(hits, () -> hits.stream().map(SearchText::hit).collect(Collectors.joining()));
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Finds the documents that answer a query best: words, \"phrases\", +must, -not.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori search text \"+文字列 変換\"")
    int text(
            @Mixin RunOptions run,
            @Mixin Output output,
            @Option(names = "--limit", defaultValue = "10", paramLabel = "N", description = LIMIT) int limit,
            @Parameters(paramLabel = "QUERY") String query) {
        try (SearchIndex index = open(run)) {
            List<TextHit> hits = index.text(query, limit);
            output.print(hits, () -> hits.stream().map(SearchText::hit).collect(Collectors.joining()));
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the longest spans of a text that stand in the corpus: documents, licences, steps.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori search trace \"指定された文字列を変換する\"")
    int trace(@Mixin RunOptions run, @Mixin Output output, @Parameters(paramLabel = "TEXT") String text) {
        try (SearchIndex index = open(run)) {
            Trace trace = index.trace(text);
            output.print(trace, () -> SearchText.trace(trace));
        }
        return 0;
    }

    private static SearchIndex open(RunOptions run) {
        return SearchIndex.open(run.artifact("index").folder());
    }
}
