package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.FileTraining;
import dev.ayatori.tokenizer.train.files.TextFile;
import dev.ayatori.tokenizer.train.files.TrainFromFiles;
import dev.ayatori.track.Production;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
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

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "the run; files go into DIR/tokenizer")
    private Path output = Path.of("");

    @Mixin
    private VocabularyOptions vocabulary = new VocabularyOptions();

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = output.toAbsolutePath().normalize();
        FileSource source = new FileSource(inputs.stream().map(TextFile::parse).toList(), weights, sample);
        TrainFromFiles stage = new TrainFromFiles(new FileTraining(vocabulary.settings(), source));
        try (RunFolder run =
                RunFolder.lock(folder.resolveSibling(""), folder.getFileName().toString())) {
            Production production = run.produce(stage, machine.resources(), out.progress());
            out.print(
                    production.artifact().manifest(),
                    () -> production.artifact().folder()
                            + (production.upToDate() ? " is up to date" : " holds the vocabulary"));
        }
        return 0;
    }
}
