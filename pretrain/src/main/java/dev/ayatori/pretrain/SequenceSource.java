package dev.ayatori.pretrain;

import java.nio.file.Path;

/** Sequences of context + 1 tokens that a worker reads by number; several threads may read at once. */
interface SequenceSource extends AutoCloseable {

    /** How many sequences there are. */
    long sequences();

    /** Reads one sequence. */
    SequenceFile.Sequence read(long sequence);

    @Override
    void close();

    /** Opens the file of a format. */
    static SequenceSource open(TrainingData.Format format, String path, int context) {
        Path file = Path.of(path);
        return switch (format) {
            case TOKENS -> new TokenWindows(file, context);
            case SEQUENCES -> SequenceFile.open(file, context);
        };
    }
}
