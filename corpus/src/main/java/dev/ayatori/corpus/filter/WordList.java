package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.source.PinnedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list of words, one a line, that a rule looks for.
 *
 * @param name what it is for: one of {@link Lists#NAMES}
 * @param address path of a file, or a web address
 * @param sha256 of its content: the corpus depends on it, not on where it stands
 */
public record WordList(String name, String address, String sha256) {
    public WordList {
        if (!Lists.NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "name must be one of " + Lists.NAMES.stream().sorted().toList() + ", but is \"" + name + "\"");
        }
        new PinnedFile(address, sha256);
    }

    /** The words, without the white space around them. */
    List<String> words() {
        byte[] content = new PinnedFile(address, sha256).read("list \"" + name + "\"");
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
