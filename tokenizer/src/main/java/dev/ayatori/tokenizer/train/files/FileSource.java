package dev.ayatori.tokenizer.train.files;

import dev.ayatori.tokenizer.train.learn.TextSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The texts of several files.
 *
 * @param files in the order in which they are read
 * @param shares what each source counts for
 * @param sample share of the lines to learn from; a line is taken or not by its own hash, wherever it stands
 */
public record FileSource(List<TextFile> files, Map<String, Double> shares, double sample) implements TextSource {
    private static final int PRECISION = 1 << 24;

    public FileSource {
        files = List.copyOf(files);
        shares = Map.copyOf(shares);
    }

    @Override
    public void read(Sink sink) throws IOException, InterruptedException {
        for (TextFile file : files) {
            file.read((source, text, count) -> {
                if (sample >= 1 || place(text) < sample * PRECISION) {
                    sink.text(source, text, count);
                }
            });
        }
    }

    /** The same texts, but those of one source alone. */
    public FileSource of(String source) {
        return new FileSource(
                files.stream().filter(file -> file.source().equals(source)).toList(), Map.of(), sample);
    }

    /** The source and SHA-256 of each file, read whole. */
    public List<String> hashes() throws IOException {
        return FileHash.of(files).stream()
                .map(file -> file.source() + " " + file.sha256())
                .toList();
    }

    private static int place(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) * 0x85EBCA6B >>> 8;
    }

    @Override
    public int sources() {
        return (int) files.stream().map(TextFile::source).distinct().count();
    }
}
