package dev.ayatori.tokenizer.train.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {
    @Test
    void keepsCharactersAndThePiecesWhoseLossCostsMost(@TempDir Path folder) throws InterruptedException {
        List<String> texts = new ArrayList<>(List.of("cd\nab\na\nb\nc\nd\nx\ny\n"));
        for (int i = 0; i < 50; i++) {
            texts.add("abcd\nabcd\nxy\n");
        }
        CodedText text = Texts.coded(folder, texts);
        try (Chunks chunks = new Chunks(1)) {
            PieceTable seeds = new SeedPieces(text.table(), text.alphabet(), SegmentRules.defaults(), 16, 1 << 16)
                    .seeds(5000, chunks);
            PieceTable learned = new ExpectationMaximisation(
                            text.table(), text.alphabet().size(), chunks)
                    .round(seeds)
                    .pieces();
            PieceTable pruned = new Pruning(text.table(), text.alphabet().size(), chunks).prune(learned, 8);
            List<String> kept = new ArrayList<>();
            int characters = 0;
            for (int i = 0; i < pruned.size(); i++) {
                if (pruned.isCharacter(i)) {
                    characters++;
                } else {
                    kept.add(Texts.text(text, pruned, i));
                }
            }
            assertThat(characters).isEqualTo(text.alphabet().size() - 1);
            assertThat(kept).containsExactly("abcd");
        }
    }
}
