package dev.ayatori.tune.instruction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one choice item of each held-out class of a package. */
final class ChoiceItems {

    private final Draw draw;

    ChoiceItems(Draw draw) {
        this.draw = draw;
    }

    /**
     * The wrong answers are the three summaries of the package nearest in length to the right one, so that length tells
     * nothing.
     */
    ChoiceItem of(Documented documented, List<Documented> ofPackage) {
        Declaration declaration = documented.declaration();
        String id = declaration.qualifiedName();
        List<String> answers = new ArrayList<>(ofPackage.stream()
                .filter(other -> other != documented)
                .sorted(Comparator.comparingInt((Documented other) -> lengthDifference(other, declaration))
                        .thenComparingLong(other -> lot(id, other)))
                .limit(ChoiceItem.ANSWERS - 1)
                .sorted(Comparator.comparingLong(other -> lot(id, other)))
                .map(other -> other.declaration().summary())
                .toList());
        int correct = draw.below(ChoiceItem.ANSWERS, "place", id);
        answers.add(correct, declaration.summary());
        return new ChoiceItem(
                id,
                declaration.className(),
                declaration.packageName(),
                Questions.plain(declaration),
                Questions.premise(declaration),
                answers,
                correct,
                declaration.language().code(),
                documented.documentId(),
                documented.cluster(),
                documented.split().label());
    }

    private long lot(String id, Documented other) {
        return draw.number("wrong answer of " + id, other.declaration().qualifiedName());
    }

    private static int lengthDifference(Documented other, Declaration declaration) {
        return Math.abs(
                other.declaration().summary().length() - declaration.summary().length());
    }
}
