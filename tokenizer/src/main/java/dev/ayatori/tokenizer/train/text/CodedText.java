package dev.ayatori.tokenizer.train.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;

/**
 * The text of a training as it is kept in a folder: a killed training finds it there again.
 *
 * @param alphabet the characters with a piece of their own
 * @param table the segments, written in their codes
 */
public record CodedText(Alphabet alphabet, SegmentTable table) {
    private static final String ALPHABET = "alphabet.bin";
    private static final String SEGMENTS = "segments.bin";

    /** Whether the folder holds a whole text. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(SEGMENTS));
    }

    /** Opens the text in a folder. */
    public static CodedText open(Path folder) {
        return new CodedText(Alphabet.read(folder.resolve(ALPHABET)), SegmentTable.open(folder.resolve(SEGMENTS)));
    }

    /** Writes the text of all sources in the alphabet chosen from them, and deletes their files. */
    public static CodedText write(
            Path folder, List<WeightedCounts> sources, Function<List<WeightedCounts>, Alphabet> choice) {
        Alphabet alphabet = choice.apply(sources);
        alphabet.write(folder.resolve(ALPHABET));
        Path draft = folder.resolve(SEGMENTS + ".draft");
        SegmentTable.write(draft, sources, alphabet);
        try {
            Files.move(draft, folder.resolve(SEGMENTS), StandardCopyOption.ATOMIC_MOVE);
            for (WeightedCounts source : sources) {
                for (Path run : source.counts().runs()) {
                    Files.delete(run);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(folder);
    }
}
