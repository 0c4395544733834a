package dev.ayatori.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldLanguageTest {
    @TempDir
    Path folder;

    private FileCollection collection(String name, String language, String text) throws Exception {
        Path file = Files.writeString(
                folder.resolve(name + ".jsonl"), Json.line(Map.of("url", "https://a.example/" + name, "text", text)));
        ReadSettings reading = new ReadSettings(Format.JSONL, "text", "url", "", List.of(), "", language);
        return new FileCollection(name, "CC0-1.0", file.toString(), "", reading);
    }

    private Corpus build(FileCollection... collections) throws Exception {
        Resources resources = new Resources(1, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), "told")) {
            run.produce(
                    new FetchSources(new SourcesSettings(List.of(), List.of(collections))),
                    resources,
                    Progress.silent());
            return Corpus.open(run.produce(new BuildCorpus(CorpusSettings.defaults()), resources, Progress.silent())
                    .artifact());
        }
    }

    @Test
    void theRulesOfTheToldLanguageJudgeADocument() throws Exception {
        String english = SmallCorpus.english(1, 30);
        Corpus corpus = build(collection("manual", "ja", english), collection("found-out", "", "And " + english));
        assertThat(corpus.removed()).singleElement().satisfies(removal -> {
            assertThat(removal.document().collection()).isEqualTo("manual");
            assertThat(removal.document().language()).isEqualTo("ja");
            assertThat(removal.rule()).isNotEqualTo("language");
        });
        assertThat(corpus.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.language()).isEqualTo("en"));
    }

    @Test
    void aRecordToldToBeCodeIsCodeHoweverMuchProseItsCommentsHold() throws Exception {
        String source =
                "/* " + SmallCorpus.english(2, 20).replace(". ", ".\n") + " */\nclass Loop {\n    int finger = 1;\n}\n";
        Corpus corpus = build(collection("files", "code", source), collection("found-out", "", source + "int loop;\n"));
        assertThat(corpus.documents().filter(document -> document.collection().equals("files")))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.language()).isEqualTo("code");
                    assertThat(document.attributes()).containsEntry(Document.LANGUAGE_REASON, "a source file");
                });
    }

    @Test
    void refusesWhatIsNoLanguage() {
        assertThatThrownBy(() -> collection("x", "Japanese", "")).hasMessageContaining("ja, or code");
    }
}
