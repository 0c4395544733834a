package dev.ayatori.tune.instruction;

/**
 * What becomes instruction data: which summaries are good answers, and how much is held out for the choice task.
 *
 * @param seed chooses question templates, the held-out packages and the order of the choices
 * @param minimalAnswerCharacters shorter summaries say too little to be an answer
 * @param maximalAnswerCharacters longer summaries do not fit into the contexts of small models
 * @param methodsPerType upper bound of methods asked about beside their type
 * @param maximalDeclarations upper bound of declarations asked about; the ones with the smallest hash are kept
 * @param choiceItemsPerLanguage packages are held out until each language has this many choice items
 * @param maximalHeldOutShare upper bound of the share of a language's documented classes that is held out
 */
public record InstructionSettings(
        long seed,
        int minimalAnswerCharacters,
        int maximalAnswerCharacters,
        int methodsPerType,
        int maximalDeclarations,
        int choiceItemsPerLanguage,
        double maximalHeldOutShare) {

    /** Checks every value. */
    public InstructionSettings {
        requireBetween("minimalAnswerCharacters", minimalAnswerCharacters, 1, 1_000);
        requireBetween("maximalAnswerCharacters", maximalAnswerCharacters, minimalAnswerCharacters, 10_000);
        requireBetween("methodsPerType", methodsPerType, 0, 1_000);
        requireBetween("maximalDeclarations", maximalDeclarations, 1, 100_000_000);
        requireBetween("choiceItemsPerLanguage", choiceItemsPerLanguage, 0, 1_000_000);
        if (!(maximalHeldOutShare >= 0 && maximalHeldOutShare < 1)) {
            throw new IllegalArgumentException(
                    "maximalHeldOutShare must be at least 0 and below 1, but is " + maximalHeldOutShare);
        }
    }

    /** The settings of the quickstart. */
    public static InstructionSettings defaults() {
        return new InstructionSettings(1, 6, 90, 2, 20_000, 300, 0.5);
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", but is " + value);
        }
    }
}
