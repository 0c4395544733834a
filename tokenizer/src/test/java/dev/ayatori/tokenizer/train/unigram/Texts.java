package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.train.text.Segmenter;
import dev.ayatori.tokenizer.train.text.TextCounter;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small texts for the tests of training. */
final class Texts {
    private Texts() {}

    static Workplace workplace(Path folder, int threads) {
        return new Workplace(folder, threads, 1 << 16, Progress.silent());
    }

    static CodedText coded(Path folder, List<String> texts) throws InterruptedException {
        try (TextCounter counter =
                new TextCounter(() -> new Segmenter(SegmentRules.defaults()), workplace(folder, 2), 1)) {
            for (String text : texts) {
                counter.add("en", text, 1);
            }
            List<WeightedCounts> counts = WeightedCounts.of(counter.finish(), Map.of("en", 1.0));
            return CodedText.write(folder, counts, all -> Alphabet.of(all, 1, Alphabet.ascii()));
        }
    }

    static String text(CodedText coded, PieceTable pieces, int index) {
        return coded.alphabet().text(pieces.codes(), pieces.start(index), pieces.end(index));
    }
}
