package dev.ayatori.shards;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The token files of a folder, each opened by the first document that goes there. */
final class TokenFilesWriter implements Closeable {
    private final Path folder;
    private final TokenType type;
    private final SortedMap<String, TokenFileWriter> files = new TreeMap<>();

    TokenFilesWriter(Path folder, TokenType type) {
        this.folder = folder;
        this.type = type;
    }

    TokenFileWriter file(String name) throws IOException {
        TokenFileWriter file = files.get(name);
        if (file == null) {
            file = new TokenFileWriter(folder.resolve(name), type);
            files.put(name, file);
        }
        return file;
    }

    /** Tokens written so far to the files whose names begin so. */
    long tokens(String prefix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .mapToLong(file -> file.getValue().tokens())
                .sum();
    }

    @Override
    public void close() throws IOException {
        for (TokenFileWriter file : files.values()) {
            file.close();
        }
    }
}
