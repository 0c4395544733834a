package dev.ayatori.tokenizer.train.learn;

import dev.ayatori.tokenizer.format.ByteAlphabet;
import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.normalise.SentencePieceNormaliser;
import dev.ayatori.tokenizer.normalise.StringMatcher;
import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.pipeline.Cuts;
import dev.ayatori.tokenizer.pipeline.Patterns;
import dev.ayatori.tokenizer.pipeline.Splitter;
import dev.ayatori.tokenizer.train.text.Segmenter;
import dev.ayatori.tokenizer.train.text.TextCutter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Makes text into the parts that training counts: normalised, without symbols, cut. */
public final class TextPreparation {
    /** Stands where a symbol was: no piece holds it. */
    private static final String GAP = "\0";

    /** What is done between normalisation and the cutting that the settings ask for. */
    public interface Cutting {
        Cutting NONE = cutter -> cutter;

        /** Cuts before a cutter does. */
        TextCutter before(TextCutter cutter);
    }

    private TextPreparation() {}

    /** Gives a cutter to each thread. */
    static Supplier<TextCutter> cutters(VocabularySettings settings, Cutting cutting) {
        List<String> symbols = settings.symbols();
        Splitter words = settings.algorithm() == Algorithm.BYTE_BPE_CL100K ? Patterns.cl100k() : Patterns.gpt2();
        Normaliser normaliser = settings.text().equals(TextRules.AS_IT_IS)
                ? Normaliser.IDENTITY
                : new SentencePieceNormaliser(
                        settings.text().normalisation().normaliser(),
                        new SentencePieceNormaliser.Options(
                                settings.text().spacePrefix(), settings.text().removeExtraSpaces(), false, false),
                        new StringMatcher(settings.userSymbols()));
        return () -> {
            TextCutter cutter = cutting.before(
                    settings.algorithm().isOfBytes() ? new ByteWords(words) : new Segmenter(settings.rules()));
            return (text, sink) -> cutter.cut(without(symbols, normalise(text, normaliser)), sink);
        };
    }

    private static String normalise(String text, Normaliser normaliser) {
        return normaliser == Normaliser.IDENTITY ? text : normaliser.normalise(text);
    }

    private static String without(List<String> symbols, String text) {
        String rest = text;
        for (String symbol : symbols) {
            rest = rest.contains(symbol) ? rest.replace(symbol, GAP) : rest;
        }
        return rest;
    }

    /** Cuts words and writes each as its UTF-8 bytes in GPT-2's alphabet. */
    private static final class ByteWords implements TextCutter {
        private final Splitter splitter;
        private final ByteAlphabet alphabet = new ByteAlphabet();
        private final char[] word = new char[LONGEST + 4];
        private final Points points = new Points();
        private final Cuts whole = new Cuts();
        private final Cuts cuts = new Cuts();

        ByteWords(Splitter splitter) {
            this.splitter = splitter;
        }

        @Override
        public void cut(String text, Sink sink) {
            for (String part : text.split(GAP, -1)) {
                if (!part.isEmpty()) {
                    words(part, sink);
                }
            }
        }

        private void words(String text, Sink sink) {
            Points filled = points.clear().fill(text);
            whole.clear().add(0, filled.size());
            Points split = splitter.split(filled, whole, cuts.clear());
            for (int i = 0; i < cuts.size(); i++) {
                byte[] bytes = split.toString(cuts.from(i), cuts.to(i)).getBytes(StandardCharsets.UTF_8);
                for (int from = 0; from < bytes.length; from += LONGEST) {
                    int length = Math.min(LONGEST, bytes.length - from);
                    for (int at = 0; at < length; at++) {
                        word[at] = alphabet.character(bytes[from + at]);
                    }
                    word[length] = NOTHING_FOLLOWS;
                    sink.segment(word, length);
                }
            }
        }
    }
}
