package dev.ayatori.corpus.mix;

import java.util.List;

/** Where each document stands in the mix, by the number in which it was added. */
public final class Mix {
    private final List<String> foldNames;
    private final byte[] folds;
    private final byte[] copies;
    private final MixReport report;

    Mix(List<String> foldNames, byte[] folds, byte[] copies, MixReport report) {
        this.foldNames = foldNames;
        this.folds = folds;
        this.copies = copies;
        this.report = report;
    }

    /** How often a document is read in its fold; 0 when it was left out. */
    public int copies(int number) {
        return copies[number];
    }

    /** The name of the fold of a document that is read. */
    public String fold(int number) {
        return foldNames.get(folds[number]);
    }

    /** How full everything is. */
    public MixReport report() {
        return report;
    }
}
