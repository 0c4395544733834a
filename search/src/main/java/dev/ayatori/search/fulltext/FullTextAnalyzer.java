package dev.ayatori.search.fulltext;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Words of Japanese and English text: kuromoji's search mode, base forms, no particles; width, case and accents folded;
 * English words stemmed (M. F. Porter: An algorithm for suffix stripping. Program 14(3), 1980).
 */
final class FullTextAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.SEARCH);
        TokenStream stream = new JapaneseBaseFormFilter(words);
        stream = new JapanesePartOfSpeechStopFilter(stream, JapaneseAnalyzer.getDefaultStopTags());
        return new TokenStreamComponents(words, folded(stream));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream stream) {
        return folded(stream);
    }

    private static TokenStream folded(TokenStream stream) {
        TokenStream lower = new LowerCaseFilter(new CJKWidthFilter(stream));
        return new PorterStemFilter(new JapaneseKatakanaStemFilter(new ASCIIFoldingFilter(lower)));
    }
}
