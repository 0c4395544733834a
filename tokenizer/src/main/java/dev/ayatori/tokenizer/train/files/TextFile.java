package dev.ayatori.tokenizer.train.files;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tokenizer.train.learn.TextSource;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Texts to learn from: a text file, a line a text; a {@code .tsv} of texts and their counts with a tab between them; a
 * {@code .jsonl} with a field {@code text}; the training part of a finished corpus. Files may end in {@code .gz}.
 *
 * @param source the name its texts go by
 * @param path the file, or the folder of the corpus
 */
public record TextFile(String source, Path path) {
    /** The file of {@code SOURCE=PATH}, or of a path alone, whose source is {@code text}. */
    public static TextFile parse(String argument) {
        int equals = argument.indexOf('=');
        TextFile file = equals < 0
                ? new TextFile("text", Path.of(argument))
                : new TextFile(argument.substring(0, equals), Path.of(argument.substring(equals + 1)));
        if (!Files.exists(file.path)) {
            throw new AyatoriException(
                    "there is no " + file.path + " to learn from; an input is a file, a corpus, or SOURCE=PATH");
        }
        return file;
    }

    /** Gives every line of every text that is not blank. */
    void read(TextSource.Sink sink) throws IOException, InterruptedException {
        if (Files.isDirectory(path)) {
            try (Stream<Document> documents = Corpus.at(path).documents(Split.TRAIN)) {
                for (Document document : (Iterable<Document>) documents::iterator) {
                    lines(document.text(), sink);
                }
            }
            return;
        }
        String name = path.getFileName().toString().replaceFirst("\\.gz$", "");
        try (Lines lines = new Lines(path.toString(), open())) {
            while (lines.next()) {
                if (name.endsWith(".tsv")) {
                    counted(lines, sink);
                } else if (name.endsWith(".jsonl")) {
                    lines(textOf(lines), sink);
                } else {
                    line(lines.line(), 1, sink);
                }
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
                : in;
    }

    private void lines(String text, TextSource.Sink sink) throws InterruptedException {
        for (String line : text.split("\n", -1)) {
            line(line, 1, sink);
        }
    }

    private void line(String line, long count, TextSource.Sink sink) throws InterruptedException {
        if (!line.isBlank()) {
            sink.text(source, line, count);
        }
    }

    private void counted(Lines lines, TextSource.Sink sink) throws InterruptedException {
        String line = lines.line();
        int tab = line.lastIndexOf('\t');
        String count = line.substring(tab + 1);
        if (tab < 0 || !count.matches("[1-9]\\d{0,11}")) {
            throw lines.wrong("must be TEXT<TAB>COUNT with a count from 1 on");
        }
        line(line.substring(0, tab), Long.parseLong(count), sink);
    }

    private static String textOf(Lines lines) {
        try {
            String text = Json.parse(lines.line(), JsonNode.class).path("text").asString("");
            if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw lines.wrong("holds half a surrogate pair; was the text cut in the middle of a character?");
            }
            return text;
        } catch (JacksonException e) {
            throw lines.wrong("is no JSON: " + e.getOriginalMessage());
        }
    }
}
