package dev.ayatori.tune.instruction;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tune.instruction.Documented.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * What the corpus teaches about its own code: examples to tune on and choice items to be measured by.
 *
 * @param examples only from documents of the train split, in the order of their documents
 * @param choices of held-out packages, by language and package
 * @param declarations how many documented declarations were found, each name counted once
 */
public record InstructionData(List<Example> examples, List<ChoiceItem> choices, int declarations) {

    private static final int SOURCES_AT_ONCE = 100;
    private static final int EQUAL_ANSWERS = 3;

    /** Copies the lists. */
    public InstructionData {
        examples = List.copyOf(examples);
        choices = List.copyOf(choices);
    }

    /**
     * Reads the Java sources among the documents.
     *
     * @param documents in id order; others than Java sources are passed over
     * @param onDocument told of each document read
     */
    public static InstructionData from(
            Stream<Document> documents, InstructionSettings settings, Consumer<Document> onDocument) {
        List<Documented> declarations = declarations(documents, settings, onDocument);
        HeldOutPackages packages = new HeldOutPackages(settings);
        Map<Group, List<Documented>> heldOut = packages.choose(declarations);
        return new InstructionData(
                examples(packages.allowed(declarations, heldOut), settings),
                choices(heldOut, settings),
                declarations.size());
    }

    /** Every name once, as the first document that has it says. */
    private static List<Documented> declarations(
            Stream<Document> documents, InstructionSettings settings, Consumer<Document> onDocument) {
        List<Documented> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (JavaSource source = new JavaSource()) {
            documents
                    .filter(InstructionData::isJava)
                    .gather(Gatherers.windowFixed(SOURCES_AT_ONCE))
                    .forEachOrdered(batch -> {
                        List<List<Declaration>> declarations = source.declarations(
                                batch.stream().map(Document::text).toList());
                        for (int i = 0; i < batch.size(); i++) {
                            Document document = batch.get(i);
                            declarations.get(i).stream()
                                    .filter(declaration -> isAnswer(declaration.summary(), settings)
                                            && names.add(declaration.qualifiedName()))
                                    .map(declaration -> new Documented(
                                            declaration, document.id(), document.cluster(), document.split()))
                                    .forEachOrdered(found::add);
                            onDocument.accept(document);
                        }
                    });
        }
        return found;
    }

    /** Braces are left where a tag was written wrongly. */
    private static boolean isAnswer(String summary, InstructionSettings settings) {
        return summary.length() >= settings.minimalAnswerCharacters()
                && summary.length() <= settings.maximalAnswerCharacters()
                && summary.indexOf('{') < 0
                && summary.indexOf('}') < 0
                && summary.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isJava(Document document) {
        return document.language().equals("code") && document.uri().endsWith(".java");
    }

    private static List<Example> examples(List<Documented> allowed, InstructionSettings settings) {
        Draw draw = new Draw(settings.seed());
        Questions questions = new Questions(draw);
        List<Documented> train = allowed.stream()
                .filter(documented -> documented.split() == Split.TRAIN)
                .toList();
        return drawn(withoutRefrains(fewMethods(train, settings, draw)), settings, draw).stream()
                .flatMap(documented -> examples(documented, questions))
                .toList();
    }

    /** Methods are many and alike: of each type only as many as asked for, drawn by lot, beside the type itself. */
    private static List<Documented> fewMethods(List<Documented> train, InstructionSettings settings, Draw draw) {
        Map<String, Integer> ofType = new HashMap<>();
        Set<Documented> kept = new HashSet<>();
        train.stream()
                .sorted(Comparator.comparingLong(documented -> lot(draw, documented)))
                .filter(documented -> documented.declaration().isType()
                        || ofType.merge(documented.declaration().typeName(), 1, Integer::sum)
                                <= settings.methodsPerType())
                .forEach(kept::add);
        return train.stream().filter(kept::contains).toList();
    }

    /** An answer that many questions share teaches the model to say it always. */
    private static List<Documented> withoutRefrains(List<Documented> train) {
        Map<String, Integer> times = new HashMap<>();
        return train.stream()
                .filter(documented -> times.merge(documented.declaration().summary(), 1, Integer::sum) <= EQUAL_ANSWERS)
                .toList();
    }

    private static List<Documented> drawn(List<Documented> train, InstructionSettings settings, Draw draw) {
        if (train.size() <= settings.maximalDeclarations()) {
            return train;
        }
        long bound = train.stream()
                .map(documented -> lot(draw, documented))
                .sorted()
                .skip(settings.maximalDeclarations())
                .findFirst()
                .orElseThrow();
        return train.stream()
                .filter(documented -> lot(draw, documented) < bound)
                .toList();
    }

    private static long lot(Draw draw, Documented documented) {
        return draw.number("example", documented.declaration().qualifiedName());
    }

    private static Stream<Example> examples(Documented documented, Questions questions) {
        Declaration declaration = documented.declaration();
        return questions.about(declaration).stream()
                .map(question -> new Example(
                        question,
                        declaration.summary(),
                        documented.documentId(),
                        declaration.language().code()));
    }

    private static List<ChoiceItem> choices(Map<Group, List<Documented>> heldOut, InstructionSettings settings) {
        ChoiceItems items = new ChoiceItems(new Draw(settings.seed()));
        List<ChoiceItem> choices = new ArrayList<>();
        heldOut.values()
                .forEach(ofPackage -> ofPackage.stream()
                        .sorted(Comparator.comparing(
                                documented -> documented.declaration().qualifiedName()))
                        .forEach(documented -> choices.add(items.of(documented, ofPackage))));
        return choices;
    }
}
