package dev.ayatori.tune;

import dev.ayatori.tokenizer.Encoding;
import dev.ayatori.tokenizer.StreamingDecoder;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.Map;

/** One token for each character: its code. */
final class LetterTokenizer implements Tokenizer {

    @Override
    public int vocabularySize() {
        return 0x10000;
    }

    @Override
    public int[] encode(String text) {
        return text.chars().toArray();
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
        return id < 6;
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
