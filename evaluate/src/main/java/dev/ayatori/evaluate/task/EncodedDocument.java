package dev.ayatori.evaluate.task;

import dev.ayatori.corpus.Document;
import dev.ayatori.tokenizer.Tokenizer;
import java.nio.charset.StandardCharsets;

/**
 * A document as the models read it.
 *
 * @param bytes UTF-8 bytes of its text
 * @param tokens {@code </s>}, the tokens of the text, {@code </s>}
 */
public record EncodedDocument(String id, String language, int bytes, int[] tokens) {

    /** Encodes a document of the corpus. */
    public static EncodedDocument of(Document document, Tokenizer tokenizer) {
        int[] text = tokenizer.encode(document.text());
        int[] tokens = new int[text.length + 2];
        tokens[0] = tokenizer.endOfText();
        System.arraycopy(text, 0, tokens, 1, text.length);
        tokens[tokens.length - 1] = tokenizer.endOfText();
        int bytes = document.text().getBytes(StandardCharsets.UTF_8).length;
        return new EncodedDocument(document.id(), document.language(), bytes, tokens);
    }
}
