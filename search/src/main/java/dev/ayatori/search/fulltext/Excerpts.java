package dev.ayatori.search.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Picks the window of a text that holds the most different words of a query, the first such window. */
final class Excerpts {
    private static final int WINDOW = 160;
    private static final int LEAD = 30;

    private final Analyzer analyzer;

    Excerpts(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    private record Word(String term, int from, int to) {}

    FullText.Excerpt best(String query, String text) {
        Set<String> wanted = new HashSet<>();
        words(query).forEach(word -> wanted.add(word.term()));
        List<Word> found = words(text).stream()
                .filter(word -> wanted.contains(word.term()))
                .toList();
        return cut(text, bestStart(found));
    }

    private static int bestStart(List<Word> found) {
        Deque<Word> window = new ArrayDeque<>();
        Map<String, Integer> inside = new TreeMap<>();
        int most = 0;
        int start = 0;
        for (Word word : found) {
            window.addLast(word);
            inside.merge(word.term(), 1, Integer::sum);
            while (word.to() - window.getFirst().from() > WINDOW - LEAD && window.size() > 1) {
                inside.computeIfPresent(window.removeFirst().term(), (term, count) -> count == 1 ? null : count - 1);
            }
            if (inside.size() > most) {
                most = inside.size();
                start = window.getFirst().from();
            }
        }
        return start;
    }

    private static FullText.Excerpt cut(String text, int start) {
        int from = outsidePair(text, Math.max(0, start - LEAD));
        int to = outsidePair(text, Math.min(text.length(), from + WINDOW));
        return new FullText.Excerpt(from, text.substring(from, to));
    }

    private static int outsidePair(String text, int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return inside ? offset - 1 : offset;
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(FullTextWriter.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
