package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.ngram.NgramModel;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.corpus.source.PinnedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Filters by what a model of n-grams foresees of documents of a language: {@value #PERPLEXITY}; {@value #BUCKET}, 1 for the head, 2
 * for the middle, 3 for the tail, as CCNet tells them; and {@value #CUT}, the paragraphs that went before. All of them keep every
 * document where {@code bounds} do not say otherwise.
 *
 * <p>CCNet's paper parts a sample into thirds; its code takes the 30 % and 60 % of least perplexity, and counts the ends of empty
 * lines, too. Cutoffs of other shares are as good.
 *
 * <p>Source: G. Wenzek et al., CCNet: Extracting High Quality Monolingual Datasets from Web Crawl Data, 2020.
 *
 * @param language whose documents it judges
 * @param address path of an ARPA file, plain or gzip, or a web address
 * @param sha256 of its content
 * @param unit what its words are of a text
 * @param cutoffs where head, middle and tail part
 * @param paragraphs which paragraphs go before any filter judges
 */
public record PerplexityRule(
        String language, String address, String sha256, TextUnit unit, Cutoffs cutoffs, ParagraphRule paragraphs) {
    static final String PERPLEXITY = "perplexity";
    static final String BUCKET = "perplexity-bucket";
    /** Also the name under which what is known of a page tells it. */
    static final String CUT = "perplexity-cut";
    /** All filters. */
    static final Set<String> NAMES = Set.of(PERPLEXITY, BUCKET, CUT);

    public PerplexityRule {
        if (language.isBlank()) {
            throw new IllegalArgumentException("language of a model of n-grams must not be empty");
        }
        new PinnedFile(address, sha256);
    }

    /**
     * Where head, middle and tail part; {@code ayatori corpus perplexity --cutoffs} tells it for a sample.
     *
     * @param head largest perplexity of the head
     * @param middle largest perplexity of the middle; 0 for no buckets
     */
    public record Cutoffs(double head, double middle) {
        public Cutoffs {
            if (!(head >= 0 && head <= middle)) {
                throw new IllegalArgumentException(
                        "head must be between 0 and middle, but they are " + head + " and " + middle);
            }
        }

        /** No buckets. */
        public static Cutoffs defaults() {
            return new Cutoffs(0, 0);
        }

        int bucket(double perplexity) {
            return perplexity <= head ? 1 : perplexity <= middle ? 2 : 3;
        }
    }

    /** The model; a process loads it once. */
    NgramModel model() {
        return NgramModel.pinned(
                new PinnedFile(address, sha256), unit, "model of n-grams for language \"" + language + "\"");
    }

    /** The filters; their model is loaded when it is first needed. */
    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        filters.add(new Judged(PERPLEXITY, this::perplexity, Bounds.atLeast(0)));
        if (cutoffs.middle() > 0) {
            filters.add(new Judged(BUCKET, view -> cutoffs.bucket(perplexity(view)), Bounds.atLeast(1)));
        }
        if (paragraphs.any()) {
            filters.add(new Judged(CUT, view -> Double.parseDouble(view.about().metadata(CUT)), Bounds.atLeast(0)));
        }
        return filters;
    }

    private double perplexity(TextView view) {
        return view.perplexity(text -> model().perplexity(text).value());
    }

    /** A filter of a rule. */
    private record Judged(String name, ToDoubleFunction<TextView> measure, Bounds bounds) implements Filter {
        @Override
        public double measure(TextView view) {
            return measure.applyAsDouble(view);
        }
    }
}
