package dev.ayatori.tokenizer.train.learn;

import dev.ayatori.tokenizer.train.bpe.BytePairTrainer.Merge;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.ContentHasher;
import java.util.List;

/**
 * What training learned.
 *
 * @param vocabulary every piece by id
 * @param merges for byte pairs over bytes, in GPT-2's alphabet; else none
 */
public record LearnedVocabulary(Vocabulary vocabulary, List<Merge> merges) {
    public LearnedVocabulary {
        merges = List.copyOf(merges);
    }

    /** The hash of everything that was learned. */
    public String hash() {
        ContentHasher hasher = ContentHasher.create();
        vocabulary
                .pieces()
                .forEach(piece -> hasher.text(piece.text())
                        .decimal(piece.score())
                        .number(piece.kind().number()));
        merges.forEach(merge -> hasher.text(merge.left()).text(merge.right()));
        return hasher.hex();
    }
}
