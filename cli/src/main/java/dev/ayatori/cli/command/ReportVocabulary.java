package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.VocabularyReport;
import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ayatori tokenizer report}: what tokenizers do to texts, side by side. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Measures tokenizers of any format on texts, side by side: bytes per token and the rest.",
        footerHeading = "%nExample:%n",
        footer = "  ayatori tokenizer report runs/mine/tokenizer other.model --input ja=held.txt --html report.html")
final class ReportVocabulary implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "TOKENIZER", description = "a tokenizer file, or a folder that holds one")
    private List<Path> tokenizers = List.of();

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "[SOURCE=]FILE",
            description = "text to measure with, and the name of its source")
    private List<String> inputs = List.of();

    @Option(names = "--html", paramLabel = "FILE", description = "write one page as well")
    private Path html = Path.of("");

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        FileSource source = new FileSource(inputs.stream().map(TextFile::parse).toList(), Map.of(), 1);
        Map<String, VocabularyReport> reports = new LinkedHashMap<>();
        for (Path tokenizer : tokenizers) {
            VocabularyReport.Builder report = new VocabularyReport.Builder(Tokenizers.read(tokenizer));
            source.read((name, text, count) -> report.add(name, text));
            reports.put(tokenizer.toString(), report.build());
        }
        VocabularyTable table = new VocabularyTable(reports);
        out.print(reports, table::text);
        if (!html.toString().isEmpty()) {
            Files.writeString(html, table.html());
        }
        return 0;
    }
}
