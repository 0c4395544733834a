package dev.ayatori.tokenizer.train.learn;

import dev.ayatori.tokenizer.format.HuggingFaceBytePairs;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import dev.ayatori.tokenizer.normalise.TextRules;
import java.nio.file.Path;

/**
 * Writes a learned vocabulary in the formats that can hold it: SentencePiece's {@code tokenizer.model} but for byte pairs over
 * bytes; Hugging Face's {@code tokenizer.json} for those, and for a Unigram of text as it is.
 */
public final class VocabularyFiles {
    private static final String JSON = "tokenizer.json";
    private static final String MODEL = "tokenizer.model";

    private VocabularyFiles() {}

    /** Writes the files into a folder; gives the one that is read first. */
    public static Path write(Path folder, LearnedVocabulary learned, VocabularySettings settings) {
        if (settings.algorithm().isOfBytes()) {
            new HuggingFaceBytePairs(
                            learned.vocabulary(),
                            learned.merges().stream()
                                    .map(merge -> merge.left() + " " + merge.right())
                                    .toList(),
                            settings.algorithm() == Algorithm.BYTE_BPE_CL100K)
                    .write(folder.resolve(JSON));
            return folder.resolve(JSON);
        }
        SentencePieceModel.write(
                folder.resolve(MODEL),
                learned.vocabulary(),
                new SentencePieceModel.Training(
                        settings.algorithm() == Algorithm.BPE,
                        settings.characterCoverage(),
                        settings.maximalPieceLength(),
                        settings.rules(),
                        settings.text()));
        if (settings.algorithm() == Algorithm.UNIGRAM
                && settings.text().equals(TextRules.AS_IT_IS)
                && settings.byteFallback()
                && settings.userSymbols().isEmpty()) {
            HuggingFaceTokenizer.write(folder.resolve(JSON), learned.vocabulary());
            return folder.resolve(JSON);
        }
        return folder.resolve(MODEL);
    }
}
