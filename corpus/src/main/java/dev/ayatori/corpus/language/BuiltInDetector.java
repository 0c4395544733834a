package dev.ayatori.corpus.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text: by its script where a script belongs to one language, by its function words where they
 * are many, else by OpenNLP's character n-gram model on its first sentences.
 *
 * <p>Kana decide for Japanese from a small share on, because manuals are full of identifiers.
 */
final class BuiltInDetector implements LanguageDetector {
    private static final double KANA = 0.05;
    private static final double HANGUL = 0.2;
    private static final double HAN = 0.3;
    private static final double FUNCTION_WORDS = 0.08;
    /** The model shares its belief over 183 languages; under this the best of them is a guess. */
    private static final double CONFIDENCE = 0.03;

    private static final int SAMPLE = 300;
    private static final int PROSE_LINE = 40;
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "to", "and", "a", "in", "is", "for", "that", "this", "be", "with", "an", "by", "if");

    private final LanguageDetectorME model;
    private final Map<String, String> twoLetters;

    private BuiltInDetector(LanguageDetectorME model) {
        this.model = model;
        this.twoLetters = TwoLetters.codes();
    }

    /** Loads the model that is on the class path. */
    static BuiltInDetector load() {
        try (InputStream model = BuiltInDetector.class.getResourceAsStream("/langdetect-183.bin")) {
            if (model == null) {
                throw new IllegalStateException("langdetect-183.bin is not on the class path; it comes in the jar of"
                        + " org.apache.opennlp:opennlp-models-langdetect");
            }
            return new BuiltInDetector(new LanguageDetectorME(new LanguageDetectorModel(model)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LanguageGuess detect(String text) {
        ScriptShares shares = ScriptShares.of(text);
        if (shares.letters() == 0) {
            return new LanguageGuess("und", "it has no letters");
        }
        if (shares.kana() >= KANA) {
            return new LanguageGuess("ja", "kana are " + percent(shares.kana()) + " of the letters");
        }
        if (shares.hangul() >= HANGUL) {
            return new LanguageGuess("ko", "hangul are " + percent(shares.hangul()) + " of the letters");
        }
        if (shares.han() >= HAN) {
            return new LanguageGuess("zh", "han are " + percent(shares.han()) + " of the letters, kana nearly none");
        }
        CodeSigns code = CodeSigns.of(text);
        if (code.areCode()) {
            return new LanguageGuess(
                    LanguageGuess.CODE,
                    "signs of code are " + percent(code.signs()) + " of the characters and end " + percent(code.lines())
                            + " of the lines");
        }
        double english = englishFunctionWords(text);
        if (english >= FUNCTION_WORDS) {
            return new LanguageGuess("en", "English function words are " + percent(english) + " of the words");
        }
        return byModel(text);
    }

    private LanguageGuess byModel(String text) {
        Language best = model.predictLanguage(sample(text));
        String reason = String.format(Locale.ROOT, "OpenNLP says %s at %.4f", best.getLang(), best.getConfidence());
        return best.getConfidence() < CONFIDENCE
                ? new LanguageGuess("und", reason + ", too little to believe")
                : new LanguageGuess(twoLetters.getOrDefault(best.getLang(), best.getLang()), reason);
    }

    /** The first lines that look like prose; where there are none, the first characters. */
    static String sample(String text) {
        String prose = text.lines()
                .filter(line -> line.length() >= PROSE_LINE && line.indexOf(' ') >= 0)
                .limit(10)
                .collect(Collectors.joining("\n"));
        String source = prose.length() >= PROSE_LINE ? prose : text;
        return source.substring(0, Math.min(SAMPLE, source.length()));
    }

    private static double englishFunctionWords(String text) {
        int words = 0;
        int english = 0;
        for (String word : text.split("\\P{L}+")) {
            words += word.isEmpty() ? 0 : 1;
            english += ENGLISH.contains(word.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return english / (double) Math.max(1, words);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
