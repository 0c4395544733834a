package dev.ayatori.corpus.diff;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents that changed in one way.
 *
 * @param tally how many, and how much text
 * @param samples the first by id, a fair sample
 */
public record Change(Tally tally, List<Sample> samples) {
    static final Change NONE = new Change(Tally.NONE, List.of());

    private static final int EXCERPT = 120;

    /** A document, what each corpus decided on it, and the beginning of its text. */
    public record Sample(String id, String uri, Decision first, Decision second, String excerpt) {
        static Sample of(Document document, Decision first, Decision second) {
            String begin = document.text()
                    .substring(0, Math.min(8 * EXCERPT, document.text().length()));
            String flat = begin.replaceAll("\\s+", " ").strip();
            int end = flat.offsetByCodePoints(0, Math.min(EXCERPT, flat.codePointCount(0, flat.length())));
            return new Sample(document.id(), document.uri(), first, second, flat.substring(0, end));
        }
    }

    Change plus(Document document, Decision first, Decision second, int most) {
        List<Sample> more = samples;
        if (samples.size() < most) {
            more = new ArrayList<>(samples);
            more.add(Sample.of(document, first, second));
        }
        return new Change(tally.plus(Tally.of(document.text())), more);
    }
}
