package dev.ayatori.release;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.publish.Shard;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The card of a published corpus, which follows from its manifest alone. */
final class CorpusCard {
    private final CorpusManifest manifest;

    CorpusCard(CorpusManifest manifest) {
        this.manifest = manifest;
    }

    String render() {
        CorpusStatistics statistics = manifest.statistics();
        return """
                # %s

                A corpus of %s documents with %s bytes of text, built by Ayatori. Content hash `%s`.
                `ayatori release verify DIR` checks every file, record and figure below.

                ## What it holds

                %s
                ## Licences

                Of each document as its source or the record itself states it; `NOASSERTION` means that neither does.

                %s
                ## Made from

                %s
                ## What was left out

                %s pages could not be read.

                %s
                ## Filters and thresholds

                %s
                ## Files

                %s""".formatted(
                        manifest.name(),
                        count(statistics.kept().documents()),
                        count(statistics.kept().bytes()),
                        manifest.contentHash(),
                        contents(),
                        licences(),
                        sources(),
                        count(statistics.quarantined()),
                        removed(statistics),
                        SettingsTable.render(manifest.settings(), CorpusManifest.FILE),
                        files());
    }

    private MarkdownTable contents() {
        MarkdownTable table = new MarkdownTable("collection", "language", "licence", "documents", "bytes");
        manifest.contents()
                .forEach((collection, languages) ->
                        languages.forEach((language, licences) -> licences.forEach((licence, tally) -> table.row(
                                collection, language, licence, count(tally.documents()), count(tally.bytes())))));
        return table;
    }

    private MarkdownTable licences() {
        SortedMap<String, Tally> sums = new TreeMap<>();
        manifest.contents()
                .values()
                .forEach(languages -> languages
                        .values()
                        .forEach(licences ->
                                licences.forEach((licence, tally) -> sums.merge(licence, tally, Tally::plus))));
        MarkdownTable table = new MarkdownTable("licence", "documents", "bytes");
        sums.forEach((licence, tally) -> table.row(licence, count(tally.documents()), count(tally.bytes())));
        return table;
    }

    private MarkdownTable sources() {
        MarkdownTable table = new MarkdownTable("source", "collection", "licence", "bytes", "SHA-256");
        manifest.sources()
                .forEach(source -> table.row(
                        source.name(), source.collection(), source.licence(), count(source.bytes()), source.sha256()));
        return table;
    }

    private static MarkdownTable removed(CorpusStatistics statistics) {
        MarkdownTable table = new MarkdownTable("step", "documents", "bytes");
        row(table, "read", statistics.read());
        statistics.removed().forEach((rule, tally) -> row(table, "removed by " + rule, tally));
        row(table, "kept", statistics.kept());
        return table;
    }

    private static void row(MarkdownTable table, String name, Tally tally) {
        table.row(name, count(tally.documents()), count(tally.bytes()));
    }

    private MarkdownTable files() {
        MarkdownTable table = new MarkdownTable("file", "documents", "bytes of text");
        for (Shard shard : manifest.shards()) {
            row(table, shard.name(), shard.tally());
        }
        return table;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
