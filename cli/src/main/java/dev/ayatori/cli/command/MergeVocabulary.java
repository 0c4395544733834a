package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.TextFile;
import dev.ayatori.tokenizer.train.merge.FileMerge;
import dev.ayatori.tokenizer.train.merge.MergeSettings;
import dev.ayatori.tokenizer.train.merge.MergeSettings.LanguageVocabulary;
import dev.ayatori.tokenizer.train.merge.MergeVocabularies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori tokenizer merge}: LLM-jp's vocabulary in one command. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a vocabulary for Japanese (in morphemes), English and code, merges them in this order,",
            "estimates all scores anew on the raw text and writes LLM-jp's layout of ids."
        },
        footerHeading = "%nExample:%n",
        footer = "  ayatori tokenizer merge --ja ja.jsonl.gz --en en.txt --code code.jsonl.gz --output runs/merged")
final class MergeVocabulary implements Callable<Integer> {
    @Option(names = "--ja", required = true, arity = "1..*", paramLabel = "FILE", description = "Japanese text")
    private List<String> ja = List.of();

    @Option(names = "--en", required = true, arity = "1..*", paramLabel = "FILE", description = "English text")
    private List<String> en = List.of();

    @Option(names = "--code", required = true, arity = "1..*", paramLabel = "FILE", description = "source code")
    private List<String> code = List.of();

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "JA,EN,CODE",
            description = "ids to learn each with (default: 30000,20000,10000)")
    private int[] sizes = {30_000, 20_000, 10_000};

    @Option(
            names = "--vocabulary-size",
            paramLabel = "N",
            description = "ids in all, the least likely pieces left out (default: every piece)")
    private int vocabularySize = 0;

    @Option(
            names = "--character-coverage",
            paramLabel = "SHARE",
            description = "of each language (default: ${DEFAULT-VALUE})")
    private double characterCoverage = 0.9995;

    @Option(
            names = "--seed-size",
            paramLabel = "N",
            description = "substrings to start from (default: ${DEFAULT-VALUE})")
    private int seedSize = 1_000_000;

    @Mixin
    private VocabularyRun run = new VocabularyRun();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (sizes.length != 3) {
            throw new IllegalArgumentException("--sizes must be three numbers, for Japanese, English and code");
        }
        MergeSettings settings = new MergeSettings(
                List.of(
                        new LanguageVocabulary("ja", sizes[0], 8, true),
                        new LanguageVocabulary("en", sizes[1], 16, false),
                        new LanguageVocabulary("code", sizes[2], 16, false)),
                vocabularySize,
                characterCoverage,
                seedSize);
        List<TextFile> files = new ArrayList<>();
        ja.forEach(file -> files.add(TextFile.parse("ja=" + file)));
        en.forEach(file -> files.add(TextFile.parse("en=" + file)));
        code.forEach(file -> files.add(TextFile.parse("code=" + file)));
        run.make(new MergeVocabularies(new FileMerge(settings, new FileSource(files, Map.of(), 1))));
        return 0;
    }
}
