package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics.Taken;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Inspection;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Story;
import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesBuildTest {
    private static final String COPIED = "親指と小指に糸をかけてから、中指で向かいの糸を取り、親指の糸を外すと、四段の梯子が広がります。";

    @TempDir
    private Path folder = Path.of("");

    private Artifact build(String name, int threads) throws Exception {
        FileCollection pages = new FileCollection(
                "figures", "Apache-2.0", folder.resolve("pages").toString(), "", ReadSettings.defaults());
        Resources resources = new Resources(threads, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), List.of(pages))), resources, Progress.silent());
            return run.produce(new BuildCorpus(EnginesTest.cutting(40, PassageUnit.NONE)), resources, Progress.silent())
                    .artifact();
        }
    }

    private void insert(String name) throws Exception {
        Path file = folder.resolve("pages").resolve(name + ".html");
        String text = Files.readString(file);
        int middle = text.indexOf('。') + 1;
        Files.writeString(file, text.substring(0, middle) + COPIED + text.substring(middle));
    }

    @Test
    void cutsWhatStandsBeforeAndTellsWhere() throws Exception {
        BuildCorpusTest.writePages(folder.resolve("pages"));
        insert("ja1");
        insert("ja2");
        insert("ja3");
        Artifact built = build("one", 1);
        assertThat(build("two", 2).contentHash()).isEqualTo(built.contentHash());
        assertThat(build("four", 4).contentHash()).isEqualTo(built.contentHash());

        Corpus corpus = Corpus.open(built);
        List<Document> pages = corpus.documents()
                .filter(each -> List.of("ja1", "ja2", "ja3").contains(each.title()))
                .toList();
        assertThat(pages).hasSize(3);
        assertThat(pages.getFirst().cuts()).isEmpty();
        assertThat(pages.getFirst().text()).contains(COPIED);
        for (Document page : pages.subList(1, 3)) {
            assertThat(page.text()).doesNotContain(COPIED.substring(2, COPIED.length() - 2));
            assertThat(page.cuts()).hasSize(1);
            Cut cut = page.cuts().getFirst();
            assertThat(cut.to() - cut.from()).isBetween(COPIED.length(), COPIED.length() + 20);
            assertThat(Story.of(built, page.id()).text())
                    .contains("cut out     characters " + cut.from() + " to " + cut.to() + " as a copy: substring");
        }
        List<Cut> all = Stream.concat(corpus.documents(), corpus.removed().map(Removal::document))
                .flatMap(document -> document.cuts().stream())
                .toList();
        Taken taken = corpus.statistics().cuts().getOrDefault("substring", new Taken(0, 0, 0));
        assertThat(taken.cuts()).isEqualTo(all.size());
        assertThat(taken.characters())
                .isEqualTo(all.stream().mapToLong(cut -> cut.to() - cut.from()).sum());
        assertThat(Inspection.of(corpus, 1).text()).contains("cut as copies");
    }
}
