package dev.ayatori.evaluate.task;

import dev.ayatori.tokenizer.Encoding;
import dev.ayatori.tokenizer.StreamingDecoder;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.Map;

/** One token for each character: ids 6 and on, modulo the vocabulary. */
public final class CharacterTokenizer implements Tokenizer {

    private static final int CONTROLS = 6;
    private final int vocabulary;

    public CharacterTokenizer(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public int vocabularySize() {
        return vocabulary;
    }

    @Override
    public int[] encode(String text) {
        return text.chars()
                .map(character -> CONTROLS + character % (vocabulary - CONTROLS))
                .toArray();
    }

    @Override
    public Encoding encodeWithOffsets(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String decode(int[] ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StreamingDecoder streamingDecoder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String piece(int id) {
        return String.valueOf((char) id);
    }

    @Override
    public boolean isControl(int id) {
        return id < CONTROLS;
    }

    @Override
    public int unknown() {
        return 0;
    }

    @Override
    public int startOfText() {
        return 1;
    }

    @Override
    public int endOfText() {
        return 2;
    }

    @Override
    public int padding() {
        return 3;
    }

    @Override
    public Map<String, Integer> symbols() {
        return Map.of("<s>", 1, "</s>", 2, "<pad>", 3, "<|user|>", 4, "<|assistant|>", 5);
    }
}
