package dev.ayatori.tokenizer.train.learn;

/** How pieces are learned. */
public enum Algorithm {
    /** The most likely vocabulary by expectation and maximisation. */
    UNIGRAM,
    /** Pairs of characters, as SentencePiece has them. */
    BPE,
    /** Pairs of bytes in words as GPT-2 cuts them. */
    BYTE_BPE,
    /** Pairs of bytes in words as cl100k, the vocabulary of GPT-4, cuts them. */
    BYTE_BPE_CL100K;

    /** Whether single bytes are the characters. */
    public boolean isOfBytes() {
        return switch (this) {
            case UNIGRAM, BPE -> false;
            case BYTE_BPE, BYTE_BPE_CL100K -> true;
        };
    }
}
