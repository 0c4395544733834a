package dev.ayatori.tokenizer.chat;

/** A chat template that cannot be read or rendered; the message names the line. */
public final class TemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    TemplateException(int line, String message) {
        super("chat template, line " + line + ": " + message);
    }
}
