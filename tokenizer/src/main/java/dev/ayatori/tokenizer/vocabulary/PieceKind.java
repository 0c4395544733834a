package dev.ayatori.tokenizer.vocabulary;

/** What a piece stands for, in the order and with the numbers of SentencePiece's model file. */
public enum PieceKind {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE;

    /** The number of this kind in a SentencePiece model. */
    public int number() {
        return ordinal() + 1;
    }

    /** The kind of a number read from a SentencePiece model. */
    public static PieceKind of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("piece type must be between 1 and 6, but is " + number);
        }
        return values()[number - 1];
    }
}
