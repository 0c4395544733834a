package dev.ayatori.tokenizer.train.files;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.VocabularyReport;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The report on a vocabulary by the first text of each source it was learned from. */
public final class SourceReport {
    /** Text of each source that is looked at, in characters. */
    private static final long LOOKED_AT = 4_000_000;

    private SourceReport() {}

    /** Measures the vocabulary on each source. */
    public static VocabularyReport of(SubwordTokenizer tokenizer, FileSource source, Progress progress)
            throws IOException, InterruptedException {
        VocabularyReport.Builder report = new VocabularyReport.Builder(tokenizer);
        Map<String, Long> characters = new TreeMap<>();
        progress.start("measuring the vocabulary", 0, "texts");
        source.read((name, text, count) -> {
            long before = characters.getOrDefault(name, 0L);
            if (before < LOOKED_AT) {
                report.add(name, text);
                characters.put(name, before + text.length());
                progress.advance(1);
            }
        });
        progress.finish();
        return report.build();
    }
}
