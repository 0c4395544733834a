package dev.ayatori.corpus.spill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that appears under its name only when it is whole, whoever else may be writing the same one. */
public record WholeFile(Path place, Path draft) {
    /** A file to be written at {@link #draft}. */
    public static WholeFile at(Path place) {
        return new WholeFile(place, place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".draft"));
    }

    /** The draft is whole and takes its place. */
    public void publish() throws IOException {
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
