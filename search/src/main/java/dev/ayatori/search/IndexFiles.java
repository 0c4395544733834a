package dev.ayatori.search;

import java.nio.file.Path;

/** The names of the files of an index, and the facts they must agree with. */
record IndexFiles(Path folder) {
    static final int FORMAT_VERSION = 2;

    /** What {@code index.json} holds. */
    record Facts(int formatVersion, int documents, long textBytes, long characters, boolean fullText) {}

    Path text() {
        return folder.resolve("text.bin");
    }

    Path suffixes() {
        return folder.resolve("suffixes.bin");
    }

    Path documentLines() {
        return folder.resolve("documents.jsonl");
    }

    Path documentRows() {
        return folder.resolve("documents.bin");
    }

    Path characters() {
        return folder.resolve("characters.bin");
    }

    Path fullText() {
        return folder.resolve("lucene");
    }

    Path order() {
        return folder.resolve("order.json");
    }

    Path facts() {
        return folder.resolve("index.json");
    }
}
