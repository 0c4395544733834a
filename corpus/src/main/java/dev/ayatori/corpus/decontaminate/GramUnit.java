package dev.ayatori.corpus.decontaminate;

/** What n-grams are made of. */
enum GramUnit {
    CHARACTERS,
    WORDS;

    int length(DecontaminationSettings settings) {
        return switch (this) {
            case CHARACTERS -> settings.characters();
            case WORDS -> settings.words();
        };
    }
}
