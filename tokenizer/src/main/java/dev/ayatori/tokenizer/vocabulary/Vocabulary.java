package dev.ayatori.tokenizer.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All pieces in the order of their ids: control symbols, the 256 bytes, then pieces by falling score.
 *
 * @param pieces the piece of id {@code i} at index {@code i}
 */
public record Vocabulary(List<Piece> pieces) {
    /** What stands for the space inside a piece. */
    public static final char SPACE = '\u2581';

    /** The symbols every vocabulary of ours starts with, by id. */
    public static final List<String> SYMBOLS = List.of("<unk>", "<s>", "</s>", "<pad>", "<|user|>", "<|assistant|>");

    /** Symbols and bytes: the ids before the first learned piece. */
    public static final int FIXED = SYMBOLS.size() + 256;

    /**
     * Scores are whole multiples of this. Sums of them are exact in double precision, and in the single precision of
     * SentencePiece down to -65,536, so every encoder finds the same best path and the same ties.
     */
    public static final double SCORE_STEP = 1.0 / 256;

    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

    public Vocabulary {
        pieces = List.copyOf(pieces);
    }

    /** The vocabulary with our symbols and bytes before the given learned pieces, which keep their order. */
    public static Vocabulary ofLearned(List<Piece> learned) {
        List<Piece> pieces = new ArrayList<>(FIXED + learned.size());
        for (String symbol : SYMBOLS) {
            pieces.add(new Piece(symbol, 0, pieces.isEmpty() ? PieceKind.UNKNOWN : PieceKind.CONTROL));
        }
        for (int value = 0; value < 256; value++) {
            pieces.add(new Piece(byteText(value), 0, PieceKind.BYTE));
        }
        pieces.addAll(learned);
        return new Vocabulary(pieces);
    }

    /** The nearest score that is a whole multiple of {@link #SCORE_STEP}. */
    public static double onGrid(double score) {
        return Math.rint(score / SCORE_STEP) * SCORE_STEP;
    }

    /** How a byte is written as a piece, such as {@code <0x0A>}. */
    public static String byteText(int value) {
        return "<0x%02X>".formatted(value);
    }

    /** Whether a piece is written as a byte is. */
    public static boolean isByte(String text) {
        return BYTE.matcher(text).matches();
    }

    /** The value of a byte's piece. */
    public static int byteOf(String text) {
        if (!isByte(text)) {
            throw new IllegalArgumentException("a byte is written such as <0x0A>, but one piece is '" + text + "'");
        }
        return Integer.parseInt(text.substring(3, 5), 16);
    }

    public int size() {
        return pieces.size();
    }

    /** The id of each piece's text. */
    public Map<String, Integer> ids() {
        Map<String, Integer> ids = HashMap.newHashMap(pieces.size());
        for (int id = 0; id < pieces.size(); id++) {
            Integer earlier = ids.putIfAbsent(pieces.get(id).text(), id);
            if (earlier != null) {
                throw new IllegalArgumentException("piece '" + pieces.get(id).text() + "' stands at ids " + earlier
                        + " and " + id + "; a vocabulary names each piece once");
            }
        }
        return ids;
    }

    /** The UTF-8 bytes a piece decodes to; nothing for control symbols. */
    public byte[] bytesOf(int id) {
        Piece piece = pieces.get(id);
        return switch (piece.kind()) {
            case NORMAL, USER_DEFINED, UNUSED ->
                piece.text().replace(SPACE, ' ').getBytes(StandardCharsets.UTF_8);
            case BYTE -> new byte[] {(byte) byteOf(piece.text())};
            case UNKNOWN -> "\uFFFD".getBytes(StandardCharsets.UTF_8);
            case CONTROL -> new byte[0];
        };
    }
}
