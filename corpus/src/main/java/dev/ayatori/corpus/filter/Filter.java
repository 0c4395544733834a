package dev.ayatori.corpus.filter;

/** Measures one number of a text and says between which bounds it must be. */
public interface Filter {
    /** The name under which value and decision are kept, such as {@code bullet-lines}. */
    String name();

    /** The number; it depends on nothing but the text. */
    double measure(TextView text);

    /** Between which bounds the number must be. */
    Bounds bounds();

    /** The number and whether it is within the bounds. */
    default Verdict judge(TextView text) {
        double value = measure(text);
        return new Verdict(name(), Bounds.number(value), bounds().text(), bounds().hold(value));
    }
}
