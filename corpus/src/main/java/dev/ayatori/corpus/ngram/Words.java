package dev.ayatori.corpus.ngram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words by number, in the order in which they were met; the first four are no words of texts. */
final class Words {
    static final int NONE = 0;
    static final int UNKNOWN = 1;
    static final int BEGIN = 2;
    static final int END = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    Words() {
        List.of("", "<unk>", "<s>", "</s>").forEach(this::add);
    }

    /** The number of a word, a new one where it was not met before. */
    int add(String word) {
        return numbers.computeIfAbsent(word, each -> {
            words.add(each);
            return words.size() - 1;
        });
    }

    /** The number of a word, that of unknown ones where it was not met. */
    int find(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    String word(int number) {
        return words.get(number);
    }

    int size() {
        return words.size();
    }
}
