package dev.ayatori.tokenizer.train.unigram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The pieces after the latest round, kept in a folder: a killed training goes on from there.
 *
 * @param folder where {@code pieces-NN.bin} stands
 */
record Rounds(Path folder) {
    private static final int MOST = 1000;

    /** How many rounds were kept; -1 when there are no pieces yet. */
    int last() {
        for (int round = MOST; round >= 0; round--) {
            if (Files.exists(file(round))) {
                return round;
            }
        }
        return -1;
    }

    PieceTable read(int round) {
        return PieceTable.read(file(round));
    }

    /** Keeps the pieces of a round in the place of those before. */
    void keep(int round, PieceTable pieces) {
        Path draft = folder.resolve("pieces.draft");
        pieces.write(draft);
        try {
            Files.move(draft, file(round), StandardCopyOption.ATOMIC_MOVE);
            if (round > 0) {
                Files.deleteIfExists(file(round - 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int round) {
        return folder.resolve("pieces-%02d.bin".formatted(round));
    }
}
