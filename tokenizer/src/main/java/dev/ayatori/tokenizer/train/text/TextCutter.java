package dev.ayatori.tokenizer.train.text;

/** Cuts text into the parts that no piece crosses; one instance belongs to one thread. */
@FunctionalInterface
public interface TextCutter {
    /** The longest part in characters; longer ones are cut: they are rulers and tables, and would only cost time. */
    int LONGEST = 1024;

    /** Stands behind a part when a space, a line feed or nothing follows. */
    char NOTHING_FOLLOWS = 1;

    /** Takes a part: the first characters of the array, and behind them the character that follows in the text. */
    interface Sink {
        void segment(char[] characters, int length);
    }

    /** Gives each part of the text. */
    void cut(String text, Sink sink);
}
