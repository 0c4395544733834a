package dev.ayatori.evaluate.task;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A question with several answers of which one is right; the fields of a line of the stage tune's {@code choices.jsonl}.
 *
 * @param premise the question without the name it asks about
 * @param correct place of the right answer, from zero on
 * @param split {@code train} when pre-training has read the document of the right answer, else {@code validation}
 */
public record ChoiceItem(
        String id,
        String className,
        String packageName,
        String question,
        String premise,
        List<String> answers,
        int correct,
        String language,
        String documentId,
        String cluster,
        String split) {

    /** Checks that the right answer is there. */
    public ChoiceItem {
        answers = List.copyOf(answers);
        if (correct < 0 || correct >= answers.size()) {
            throw new IllegalArgumentException(
                    "item " + id + " has " + answers.size() + " answers, but the right one is number " + correct);
        }
    }

    /** Reads the items of a file, one on a line. */
    public static List<ChoiceItem> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> Json.parse(line, ChoiceItem.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new AyatoriException(
                    file + " is no file of choice items: " + e.getMessage()
                            + "; `ayatori run RECIPE --from tune` rebuilds it",
                    e);
        }
    }
}
