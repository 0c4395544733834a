package dev.ayatori.corpus.classify;

/** How a classifier turns scores into probabilities; the numbers are those of fastText's files. */
public enum Loss {
    /** Each label is the end of a path through a Huffman tree of decisions. */
    HIERARCHICAL_SOFTMAX(1),
    /** Each label for itself, trained against a few drawn ones. */
    NEGATIVE_SAMPLING(2),
    /** All labels share one. */
    SOFTMAX(3),
    /** Each label for itself. */
    ONE_VERSUS_ALL(4);

    private final int number;

    Loss(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Loss of(int number) {
        for (Loss loss : values()) {
            if (loss.number == number) {
                return loss;
            }
        }
        throw new IllegalArgumentException("loss " + number + " is none of fastText's 1 to 4");
    }
}
