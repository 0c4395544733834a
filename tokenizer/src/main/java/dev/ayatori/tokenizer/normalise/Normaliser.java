package dev.ayatori.tokenizer.normalise;

/** Turns text into the form in which it is cut into tokens; many threads may use one at once. */
@FunctionalInterface
public interface Normaliser {
    /** Leaves text as it is. */
    Normaliser IDENTITY = text -> text;

    /**
     * The text in its new form: the same object where nothing is to do or where the work could be done in place, else
     * another; both then belong to the caller.
     */
    Points apply(Points text);

    /** The normal form of a string. */
    default String normalise(String text) {
        return apply(new Points().fill(text)).toString();
    }

    /** This and then another. */
    default Normaliser then(Normaliser next) {
        return this == IDENTITY ? next : next == IDENTITY ? this : text -> next.apply(apply(text));
    }
}
