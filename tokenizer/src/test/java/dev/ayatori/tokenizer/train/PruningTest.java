package dev.ayatori.tokenizer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PruningTest {
    @Test
    void keepsCharactersAndThePiecesWhoseLossCostsMost() throws InterruptedException {
        SegmentCounter counter = new SegmentCounter(true);
        for (int i = 0; i < 50; i++) {
            counter.add("abcd\nabcd\nxy\n");
        }
        counter.add("cd\nab\na\nb\nc\nd\nx\ny\n");
        WeightedText weighted = WeightedText.of(Map.of("en", counter), Map.of("en", 1.0));
        Alphabet alphabet = Alphabet.of(weighted, 1);
        CodedText text = CodedText.of(weighted, alphabet);
        PieceTable seeds = new SeedPieces(text, alphabet, 16).seeds(5000);
        try (Chunks chunks = new Chunks(1)) {
            PieceTable learned = new ExpectationMaximisation(text, alphabet.size(), chunks)
                    .round(seeds)
                    .pieces();
            PieceTable pruned = new Pruning(text, alphabet.size(), chunks).prune(learned, alphabet.size());
            List<String> kept = new ArrayList<>();
            int characters = 0;
            for (int i = 0; i < pruned.size(); i++) {
                if (pruned.isCharacter(i)) {
                    characters++;
                } else {
                    kept.add(alphabet.text(pruned.piece(i)));
                }
            }
            assertThat(characters).isEqualTo(alphabet.size() - 1);
            assertThat(kept).containsExactly("abcd");
        }
    }
}
