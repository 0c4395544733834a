package dev.ayatori.corpus;

/** How many documents, and how many bytes of UTF-8 their texts hold together. */
public record Tally(long documents, long bytes) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0);

    /** The sum of two tallies. */
    public Tally plus(Tally other) {
        return new Tally(documents + other.documents, bytes + other.bytes);
    }

    /** One document with this text. */
    public static Tally of(String text) {
        return new Tally(1, bytesOf(text));
    }

    /** Length of a text in UTF-8. */
    public static long bytesOf(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Both halves of a surrogate pair together are four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
