package dev.ayatori.tokenizer.train.learn;

import java.io.IOException;
import java.util.Map;

/** Texts to learn from, each of a named source such as a language. */
public interface TextSource {
    /** Takes a text of a source that occurs so many times. */
    interface Sink {
        void text(String source, String text, long count) throws InterruptedException;
    }

    /** Gives all texts, one after the other. */
    void read(Sink sink) throws IOException, InterruptedException;

    /** What each source counts for, by name; empty when every text counts for what it is. */
    Map<String, Double> shares();

    /** How many sources there may be. */
    int sources();
}
