package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics.Found;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.privacy.PrivacyAction;
import dev.ayatori.corpus.privacy.PrivacySettings;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyBuildTest {
    @TempDir
    Path folder;

    private static CorpusSettings settings() {
        CorpusSettings plain = CorpusSettings.defaults();
        PrivacySettings privacy = new PrivacySettings(
                PrivacyAction.MASK,
                PrivacyAction.MASK,
                PrivacyAction.COUNT,
                PrivacyAction.DROP,
                PrivacyAction.DROP,
                PrivacyAction.OFF,
                false);
        return new CorpusSettings(
                plain.languages(),
                plain.languageModels(),
                plain.priority(),
                plain.repeatedLines(),
                plain.filters(),
                plain.duplicates(),
                privacy,
                plain.decontamination(),
                plain.split(),
                plain.rowsPerFile(),
                plain.strict(),
                plain.takedown());
    }

    private Artifact build(String name, int threads) throws Exception {
        FileCollection pages = new FileCollection(
                "figures", "Apache-2.0", folder.resolve("pages").toString(), "", ReadSettings.defaults());
        Resources resources = new Resources(threads, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), List.of(pages))), resources, Progress.silent());
            return run.produce(new BuildCorpus(settings()), resources, Progress.silent())
                    .artifact();
        }
    }

    private void page(String name, String more) throws Exception {
        Path file = folder.resolve("pages").resolve(name + ".html");
        String text = Files.readString(file).replace("</p>", more + "</p>");
        Files.writeString(file, text);
    }

    @Test
    void masksCountsAndDropsTheSameWithAnyThreads() throws Exception {
        BuildCorpusTest.writePages(folder.resolve("pages"));
        page("ja1", " 連絡は ayako@ayatori-mail.jp か 090-1234-5678 まで。 接続元 93.184.216.34 です。");
        page("ja2", " カード 4111 1111 1111 1111 と bunta@ayatori-mail.jp です。");
        page("short", "chieko@ayatori-mail.jp");
        Artifact built = build("one", 1);
        assertThat(build("two", 2).contentHash()).isEqualTo(built.contentHash());

        Corpus corpus = Corpus.open(built);
        Document masked = corpus.documents()
                .filter(each -> each.title().equals("ja1"))
                .findFirst()
                .orElseThrow();
        assertThat(masked.text()).contains("連絡は [EMAIL] か [PHONE] まで。", "93.184.216.34");
        assertThat(masked.attributes())
                .containsEntry("personal.email", "1")
                .containsEntry("personal.phone", "1")
                .containsEntry("personal.ip-address", "1")
                .doesNotContainKey("personal.postal-address");
        Removal dropped = corpus.removed()
                .filter(each -> each.document().title().equals("ja2"))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.rule()).isEqualTo("personal.card-number");
        assertThat(dropped.value()).isEqualTo("1");
        assertThat(dropped.document().text()).contains("カード [CARD_NUMBER] と [EMAIL] です。");
        assertThat(corpus.removed().map(each -> each.document().text()))
                .noneMatch(text -> text.contains("ayatori-mail"));
        assertThat(corpus.statistics().personal())
                .containsEntry("email", new Found(1, 1))
                .containsEntry("phone", new Found(1, 1))
                .containsEntry("ip-address", new Found(1, 1));
        assertThat(corpus.statistics().removed()).containsKey("personal.card-number");
    }
}
