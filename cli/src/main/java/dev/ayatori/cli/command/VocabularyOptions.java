package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.train.learn.Algorithm;
import dev.ayatori.tokenizer.train.learn.VocabularySettings;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What a vocabulary is to be: SentencePiece's options, by their usual names. */
final class VocabularyOptions {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "unigram, bpe, byte-bpe (GPT-2's words) or byte-bpe-cl100k (default: unigram)")
    private String model = "unigram";

    @Option(names = "--vocabulary-size", paramLabel = "N", description = "ids in all (default: ${DEFAULT-VALUE})")
    private int vocabularySize = 32_000;

    @Option(
            names = "--character-coverage",
            paramLabel = "SHARE",
            description =
                    "share of the characters with a piece of their own; 0: as many as pay (default: ${DEFAULT-VALUE})")
    private double characterCoverage = 0.9995;

    @Option(names = "--no-byte-fallback", description = "other characters become <unk>, not bytes")
    private boolean noByteFallback;

    @Option(
            names = "--maximal-piece-length",
            paramLabel = "N",
            description = "in characters (default: ${DEFAULT-VALUE})")
    private int maximalPieceLength = 16;

    @Option(names = "--split-digits", description = "each digit is a piece of its own")
    private boolean splitDigits;

    @Option(names = "--no-split-by-script", description = "pieces may mix scripts")
    private boolean noSplitByScript;

    @Option(names = "--no-split-by-whitespace", description = "pieces may hold spaces")
    private boolean noSplitByWhitespace;

    @Option(names = "--whitespace-only-pieces", description = "runs of spaces may be pieces")
    private boolean whitespaceOnlyPieces;

    @Option(
            names = "--normalisation",
            paramLabel = "NAME",
            description = "identity, nfkc or nmt_nfkc (default: ${DEFAULT-VALUE})")
    private String normalisation = "identity";

    @Option(names = "--space-prefix", description = "a space is put before each text")
    private boolean spacePrefix;

    @Option(names = "--remove-extra-spaces", description = "spaces at both ends and repeated ones are taken away")
    private boolean removeExtraSpaces;

    @Option(
            names = "--control-symbol",
            paramLabel = "TEXT",
            description = "a symbol text never becomes; may be repeated")
    private List<String> controlSymbols = new ArrayList<>(Vocabulary.SYMBOLS.subList(3, Vocabulary.SYMBOLS.size()));

    @Option(names = "--user-symbol", paramLabel = "TEXT", description = "a symbol text always becomes; may be repeated")
    private List<String> userSymbols = new ArrayList<>();

    @Option(
            names = "--seed-size",
            paramLabel = "N",
            description = "substrings to start from (default: ${DEFAULT-VALUE})")
    private int seedSize = 1_000_000;

    VocabularySettings settings() {
        return new VocabularySettings(
                algorithm(),
                vocabularySize,
                characterCoverage,
                !noByteFallback,
                maximalPieceLength,
                new SegmentRules(splitDigits, !noSplitByScript, !noSplitByWhitespace, whitespaceOnlyPieces),
                new TextRules(CharacterRules.named(normalisation), spacePrefix, removeExtraSpaces),
                controlSymbols,
                userSymbols,
                seedSize,
                0.75,
                2);
    }

    private Algorithm algorithm() {
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(model)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException(
                "--model must be unigram, bpe, byte-bpe or byte-bpe-cl100k, but is \"" + model + "\"");
    }
}
