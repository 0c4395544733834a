package dev.ayatori.tokenizer.train.merge;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** The first 289 ids of LLM-jp's vocabularies: symbols 0 to 7, runs of spaces 8 to 31, the line feed 32, bytes 33 to 288. */
final class LlmJpLayout {
    static final int SIZE = 289;
    private static final int LONGEST_RUN = 24;

    /** What all of them cost: so much that the longest run of spaces is taken, and nothing else suffers. */
    private static final double SCORE = -80;

    private static final List<String> SYMBOLS =
            List.of("<unk>", "<s>", "</s>", "<mask>", "<pad>", "<CLS>", "<SEP>", "<EOD>");

    private LlmJpLayout() {}

    static List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            pieces.add(new Piece(symbol, SCORE, pieces.isEmpty() ? PieceKind.UNKNOWN : PieceKind.CONTROL));
        }
        for (int length = LONGEST_RUN; length > 0; length--) {
            pieces.add(new Piece(String.valueOf(Vocabulary.SPACE).repeat(length), SCORE, PieceKind.NORMAL));
        }
        pieces.add(new Piece("\n", SCORE, PieceKind.NORMAL));
        for (int value = 0; value < 256; value++) {
            pieces.add(new Piece(Vocabulary.byteText(value), SCORE, PieceKind.BYTE));
        }
        return pieces;
    }
}
