package dev.ayatori.tokenizer.train.merge;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the pieces of several vocabularies in one list: the first to bring a piece decides its place. */
final class PieceMerge {
    private final Set<String> taken =
            LlmJpLayout.pieces().stream().map(Piece::text).collect(Collectors.toSet());
    private final Set<String> merged = new LinkedHashSet<>();

    /**
     * Adds the learned pieces of a vocabulary.
     *
     * @param withoutSpace whether every piece loses the space before it; else only those that are all symbols
     */
    void add(Vocabulary vocabulary, boolean withoutSpace) {
        for (Piece piece : vocabulary.pieces()) {
            if (piece.kind() == PieceKind.NORMAL) {
                String text = clean(piece.text(), withoutSpace);
                if (!text.isEmpty() && !taken.contains(text)) {
                    merged.add(text);
                }
            }
        }
    }

    private static String clean(String piece, boolean withoutSpace) {
        String rest = piece.replaceFirst("^" + Vocabulary.SPACE + "+", "");
        boolean symbols = rest.codePoints().noneMatch(Character::isLetterOrDigit);
        return withoutSpace || symbols ? rest : piece;
    }

    List<String> texts() {
        return new ArrayList<>(merged);
    }
}
