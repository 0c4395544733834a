package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.FileTraining;
import dev.ayatori.tokenizer.train.files.TextFile;
import dev.ayatori.tokenizer.train.files.TrainFromFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori tokenizer train}: a vocabulary from files, outside of a recipe. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns a vocabulary from files. A killed training goes on where it was when the same command is given again.",
            "Inputs: text files (a line a text), .tsv (text, tab, count), .jsonl (field text), also with .gz; or a corpus."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  ayatori tokenizer train --input ja=ja.txt --input en=en.txt.gz --output runs/mine --vocabulary-size 32000")
final class TrainVocabulary implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "[SOURCE=]FILE",
            description = "what to learn from, and the name of its source")
    private List<String> inputs = List.of();

    @Option(
            names = "--weight",
            paramLabel = "SOURCE=SHARE",
            description = "what a source counts for beside the others, whatever its size")
    private Map<String, Double> weights = new HashMap<>();

    @Option(names = "--sample", paramLabel = "SHARE", description = "share of the lines to learn from (default: 1)")
    private double sample = 1;

    @Mixin
    private VocabularyOptions vocabulary = new VocabularyOptions();

    @Mixin
    private VocabularyRun run = new VocabularyRun();

    @Override
    public Integer call() throws IOException, InterruptedException {
        FileSource source = new FileSource(inputs.stream().map(TextFile::parse).toList(), weights, sample);
        run.make(new TrainFromFiles(new FileTraining(vocabulary.settings(), source)));
        return 0;
    }
}
