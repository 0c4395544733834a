package dev.ayatori.corpus;

import java.util.Locale;

/** The two parts of a corpus: what a model may learn from, and what it is measured on. */
public enum Split {
    TRAIN,
    VALIDATION;

    /** The name as it stands in files: {@code train} or {@code validation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The split of this label. */
    public static Split parse(String label) {
        for (Split split : values()) {
            if (split.label().equals(label)) {
                return split;
            }
        }
        throw new IllegalArgumentException("a split is train or validation, but found '" + label + "'");
    }
}
