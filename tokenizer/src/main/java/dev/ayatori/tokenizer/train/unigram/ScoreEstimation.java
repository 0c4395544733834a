package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.text.CodedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Estimates the scores of given pieces on a text by expectation and maximisation; no piece is dropped. */
public final class ScoreEstimation {
    private final CodedText text;
    private final Workplace workplace;

    public ScoreEstimation(CodedText text, Workplace workplace) {
        this.text = text;
        this.workplace = workplace;
    }

    /**
     * The natural logarithms of the pieces' shares.
     *
     * @param pieces each once; those with characters that the text does not have get the least score
     * @param rounds of expectation and maximisation, from equal scores on
     */
    public Map<String, Double> scores(List<String> pieces, int rounds) throws InterruptedException {
        PieceTable table = table(pieces);
        workplace.progress().start("estimating scores", rounds, "rounds");
        try (Chunks chunks = new Chunks(workplace.threads())) {
            var maximisation =
                    new ExpectationMaximisation(text.table(), text.alphabet().size(), chunks);
            for (int round = 0; round < rounds; round++) {
                table = maximisation.reestimate(table);
                workplace.progress().advance(1);
            }
        }
        workplace.progress().finish();
        double least = table.least();
        Map<String, Double> scores = new HashMap<>();
        pieces.forEach(piece -> scores.put(piece, least));
        for (int i = 0; i < table.size(); i++) {
            scores.replace(text.alphabet().text(table.codes(), table.start(i), table.end(i)), table.score(i));
        }
        return scores;
    }

    /** The pieces in codes, and every character, so that every text has a segmentation. */
    private PieceTable table(List<String> pieces) {
        double score = -StrictMath.log(pieces.size());
        PieceTable.Builder builder = new PieceTable.Builder();
        for (char code = 1; code < text.alphabet().size(); code++) {
            builder.add(new char[] {code}, 0, 1, score);
        }
        for (String piece : pieces) {
            char[] codes = new char[piece.codePointCount(0, piece.length())];
            int at = 0;
            boolean known = true;
            for (int point : piece.codePoints().toArray()) {
                codes[at] = text.alphabet().code(point);
                known &= codes[at++] != 0;
            }
            if (known && codes.length > 1) {
                builder.add(codes, 0, codes.length, score);
            }
        }
        return builder.sorted();
    }
}
