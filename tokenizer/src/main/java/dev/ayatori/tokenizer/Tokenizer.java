package dev.ayatori.tokenizer;

import java.util.Map;

/** Turns text into token ids and back; one instance may be used by many threads at once. */
public interface Tokenizer {

    /** The number of ids: every id is at least 0 and below this number. */
    int vocabularySize();

    /** The ids of a text. Control symbols never come from text: {@code "</s>"} is encoded as five characters. */
    int[] encode(String text);

    /** The ids of a text and, for each, the characters it stands for. */
    Encoding encodeWithOffsets(String text);

    /** The text of some ids; control symbols give nothing, bytes that are no UTF-8 give U+FFFD. */
    String decode(int[] ids);

    /** A decoder for ids that arrive one by one; it never gives half a character. */
    StreamingDecoder streamingDecoder();

    /** The piece of an id as it stands in the vocabulary, with U+2581 for the space. */
    String piece(int id);

    /** True for symbols that carry structure and no text, such as {@code </s>}. */
    boolean isControl(int id);

    /** The id of {@code <unk>}. */
    int unknown();

    /** The id of {@code <s>}, which may stand before a text. */
    int startOfText();

    /** The id of {@code </s>}, which ends every document. */
    int endOfText();

    /** The id of {@code <pad>}, which fills batches up and is never learned. */
    int padding();

    /** The symbols and their ids by name, such as {@code <|user|>}. */
    Map<String, Integer> symbols();
}
