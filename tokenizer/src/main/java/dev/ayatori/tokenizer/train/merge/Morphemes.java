package dev.ayatori.tokenizer.train.merge;

import dev.ayatori.tokenizer.train.text.TextCutter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts Japanese text into morphemes (Lucene's kuromoji, dictionary IPADIC) before it is cut further. */
final class Morphemes implements TextCutter {
    private final TextCutter inner;
    private final JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL);
    private final CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);

    Morphemes(TextCutter inner) {
        this.inner = inner;
    }

    @Override
    public void cut(String text, Sink sink) {
        try {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                inner.cut(term.toString(), sink);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
