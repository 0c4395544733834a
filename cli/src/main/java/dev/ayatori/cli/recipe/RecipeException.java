package dev.ayatori.cli.recipe;

import dev.ayatori.track.AyatoriException;

/** A recipe that cannot be followed; the message begins with {@code file:line:column}. */
public final class RecipeException extends AyatoriException {
    private static final long serialVersionUID = 1L;

    public RecipeException(String message) {
        super(message);
    }
}
