package dev.ayatori.serve.run;

import dev.ayatori.model.generate.Sampling;
import java.util.List;
import java.util.function.Predicate;

/** A model that writes text: language model, tokenizer and chat format together. */
public interface TextModel {

    /** The name it is asked for by. */
    String id();

    /** The hash of the stage that made it. */
    String contentHash();

    /** The longest sequence in tokens. */
    int context();

    /** The token that ends an answer. */
    int endToken();

    /** The tokens of a text to be continued. */
    int[] text(String prompt);

    /** The tokens of a conversation up to the point where the answer begins. */
    int[] conversation(List<Message> messages);

    /** Writes after the prompt until {@code onText} returns false, the model ends or the sampling's maximum is reached. */
    Written write(int[] prompt, Sampling sampling, Predicate<String> onText);
}
