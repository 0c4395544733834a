package dev.ayatori.tune.instruction;

import dev.ayatori.corpus.Split;

/** A declaration and the document it stands in. */
record Documented(Declaration declaration, String documentId, String cluster, Split split) {

    /** Package and language: the group that a choice item's answers come from. */
    record Group(Language language, String packageName) {}

    Group group() {
        return new Group(declaration.language(), declaration.packageName());
    }
}
