package dev.ayatori.release;

import dev.ayatori.evaluate.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds the figures of the card against the scores and the shape they come from. */
final class CardCheck {
    private CardCheck() {}

    static void addFindings(Path folder, List<Finding> findings) {
        Path card = folder.resolve(ReleaseFiles.CARD);
        Path scores = folder.resolve(ReleaseFiles.SCORES);
        if (!Files.exists(card) || !Files.exists(scores)) {
            return; // found by the hashes
        }
        try {
            List<String> lines = Files.readAllLines(card);
            List<Score> expected = ScoreTable.read(scores);
            Stream.concat(
                            ScoreTable.ofModels(expected).lines(),
                            ScoreTable.ofPairs(expected).lines())
                    .filter(row -> !lines.contains(row))
                    .forEach(row ->
                            findings.add(new Finding(ReleaseFiles.CARD, "lacks this row of scores.json: " + row)));
        } catch (IOException | RuntimeException e) {
            findings.add(new Finding(ReleaseFiles.CARD, "cannot be compared with scores.json: " + e.getMessage()));
        }
    }
}
