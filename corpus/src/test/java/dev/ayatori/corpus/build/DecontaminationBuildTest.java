package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.OverlapReport;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationSet;
import dev.ayatori.corpus.decontaminate.OverlapAction;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecontaminationBuildTest {
    private static final String QUESTION = "指に掛けた輪から川の形を作るとき、最後に小指から外す糸は何本目のものか。";

    @TempDir
    Path folder;

    private DecontaminationSettings sets(OverlapAction action) throws Exception {
        Path file = folder.resolve("questions.jsonl");
        Files.writeString(file, "{\"id\": 7, \"question\": \"" + QUESTION + "\"}\n");
        EvaluationSet set = new EvaluationSet(
                "figures", file.toString(), PinnedFile.at(file).sha256(), "id", List.of("question"));
        DecontaminationSettings plain = DecontaminationSettings.of(List.of(set));
        return new DecontaminationSettings(
                plain.sets(), action, plain.words(), plain.characters(), plain.shortest(), plain.threshold());
    }

    private Artifact build(String name, int threads, OverlapAction action) throws Exception {
        CorpusSettings plain = CorpusSettings.defaults();
        CorpusSettings settings = new CorpusSettings(
                plain.languages(),
                plain.languageModels(),
                plain.priority(),
                plain.repeatedLines(),
                plain.filters(),
                plain.duplicates(),
                plain.privacy(),
                sets(action),
                plain.split(),
                plain.rowsPerFile(),
                plain.strict(),
                plain.takedown());
        FileCollection pages = new FileCollection(
                "figures", "Apache-2.0", folder.resolve("pages").toString(), "", ReadSettings.defaults());
        Resources resources = new Resources(threads, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), List.of(pages))), resources, Progress.silent());
            return run.produce(new BuildCorpus(settings), resources, Progress.silent())
                    .artifact();
        }
    }

    private void plant() throws Exception {
        BuildCorpusTest.writePages(folder.resolve("pages"));
        Path page = folder.resolve("pages").resolve("ja3.html");
        Files.writeString(page, Files.readString(page).replace("</p>", QUESTION.replace("川", "亀") + "</p>"));
    }

    @Test
    void removesDocumentsThatHoldAQuestionTheSameWithAnyThreads() throws Exception {
        plant();
        Artifact built = build("one", 1, OverlapAction.REMOVE);
        assertThat(build("two", 2, OverlapAction.REMOVE).contentHash()).isEqualTo(built.contentHash());
        Corpus corpus = Corpus.open(built);
        List<Removal> removed = corpus.removed()
                .filter(each -> each.rule().equals("evaluation-overlap"))
                .toList();
        assertThat(removed).hasSize(1);
        assertThat(removed.getFirst().threshold()).isEqualTo("< 0.7");
        assertThat(removed.getFirst().document().attribute(Document.OVERLAPS))
                .contains("\"set\":\"figures\"", "\"item\":\"7\"", "\"field\":\"question\"");
        assertThat(corpus.statistics().removed()).containsKey("evaluation-overlap");
    }

    @Test
    void tellsTheSameEvidenceInTheDocumentAndInTheReport() throws Exception {
        plant();
        Corpus corpus = Corpus.open(build("told", 1, OverlapAction.REPORT));
        OverlapReport report = OverlapReport.of(corpus.documents(), sets(OverlapAction.REPORT));
        assertThat(report.sets().get("figures")).isEqualTo(new OverlapReport.Found(1, 0, 1, 1));
        OverlapReport.Evidence evidence = report.evidence().getFirst();
        assertThat(evidence.excerpt()).isEqualTo(QUESTION.replace("川", "亀").replace("。", ""));
        Document document = corpus.find(evidence.document()).orElseThrow();
        assertThat(document.attribute(Document.OVERLAPS))
                .contains(
                        "\"start\":" + evidence.overlap().start(),
                        "\"end\":" + evidence.overlap().end());
        assertThat(report.text(5)).contains("figures 7 question");
    }
}
