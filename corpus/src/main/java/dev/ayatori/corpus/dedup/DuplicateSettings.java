package dev.ayatori.corpus.dedup;

/**
 * When two documents count as duplicates, and when as related.
 *
 * @param sameUrl whether of several documents with one web address only the first stays
 * @param passages of which parts of documents only the first in the corpus is kept: none, line or paragraph
 * @param passageCharacters how long such a part must be to count
 * @param substringCharacters from how many characters in a row on, wherever they begin, only the first in the corpus are kept;
 *     0 compares no substrings
 * @param similarPassages which parts of documents go where an earlier one is nearly the same: none, line or paragraph
 * @param similarCharacters how long such a part must be to count
 * @param similarBits in how many of 64 bits the SimHash of two such parts may differ
 * @param unit what a shingle is a run of
 * @param shingle characters or words in a row that make one element of the sets compared
 * @param threshold estimated Jaccard similarity from which the later of two documents is removed; 0 takes every pair
 *     that agrees in a band
 * @param bands bands of the locality-sensitive hashing that proposes duplicates
 * @param rows hashes in each of those bands
 * @param relatedThreshold estimated Jaccard similarity from which two kept documents must stay in the same split
 * @param relatedBands bands that propose related documents; 0 relates none but duplicates, as large collections want it
 * @param relatedRows hashes in each of those bands
 * @param sharedThreshold share of a document's fingerprints found in another one from which they are related
 */
public record DuplicateSettings(
        boolean sameUrl,
        PassageUnit passages,
        int passageCharacters,
        int substringCharacters,
        PassageUnit similarPassages,
        int similarCharacters,
        int similarBits,
        ShingleUnit unit,
        int shingle,
        double threshold,
        int bands,
        int rows,
        double relatedThreshold,
        int relatedBands,
        int relatedRows,
        double sharedThreshold) {
    public DuplicateSettings {
        if (shingle < 1 || shingle > 64) {
            throw new IllegalArgumentException("shingle must be between 1 and 64, but is " + shingle);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be between 0 and 1, but is " + threshold);
        }
        if (substringCharacters != 0 && (substringCharacters < 20 || substringCharacters > 10_000)) {
            throw new IllegalArgumentException(
                    "substringCharacters must be 0 or between 20 and 10000, but is " + substringCharacters);
        }
        if (similarBits < 0 || similarBits > 6) {
            throw new IllegalArgumentException("similarBits must be between 0 and 6, but is " + similarBits);
        }
        positive("similarCharacters", similarCharacters);
        similarity("relatedThreshold", relatedThreshold);
        similarity("sharedThreshold", sharedThreshold);
        positive("passageCharacters", passageCharacters);
        positive("bands", bands);
        positive("rows", rows);
        positive("relatedRows", relatedRows);
        if (relatedBands < 0 || relatedBands > 1000) {
            throw new IllegalArgumentException("relatedBands must be between 0 and 1000, but is " + relatedBands);
        }
    }

    /** Five characters, 14 x 8 hashes, duplicates from 0.8, relatives from 0.5. */
    public static DuplicateSettings defaults() {
        return new DuplicateSettings(
                true,
                PassageUnit.NONE,
                40,
                0,
                PassageUnit.NONE,
                100,
                3,
                ShingleUnit.CHARACTERS,
                5,
                0.8,
                14,
                8,
                0.5,
                37,
                3,
                0.5);
    }

    /** Whether passages are compared at all. */
    public boolean comparesPassages() {
        return passages != PassageUnit.NONE;
    }

    /** Whether substrings are compared at all. */
    public boolean comparesSubstrings() {
        return substringCharacters > 0;
    }

    /** Whether parts of documents are compared for being nearly the same. */
    public boolean comparesSimilar() {
        return similarPassages != PassageUnit.NONE;
    }

    /** How many hashes a signature needs. */
    public int hashes() {
        return Math.max(bands * rows, relatedBands * relatedRows);
    }

    /** Whether kept documents are compared with each other at all. */
    public boolean relates() {
        return relatedBands > 0;
    }

    private static void similarity(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 1, but is " + value);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1 || value > 1000) {
            throw new IllegalArgumentException(name + " must be between 1 and 1000, but is " + value);
        }
    }
}
