package dev.ayatori.tokenizer;

/** Decodes ids as they arrive; joined together, what it gives equals the decoding of all ids at once. */
public interface StreamingDecoder {

    /** The characters that became whole with this id, perhaps none. */
    String next(int id);

    /** What is left when no more ids come: U+FFFD for bytes that never became a character, else nothing. */
    String finish();
}
