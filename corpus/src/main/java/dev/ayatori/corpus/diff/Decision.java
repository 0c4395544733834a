package dev.ayatori.corpus.diff;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.filter.rule.Filter;

/**
 * What a corpus decided on a document.
 *
 * @param fate {@code kept}, the rule that removed it, or {@value #ABSENT} where the corpus has not read it
 * @param value what the rule measured; of a kept document, what the rule that removed it in the other corpus measured here, or
 *     the empty string
 * @param threshold what the value should be, or the empty string
 */
public record Decision(String fate, String value, String threshold) {
    static final String KEPT = "kept";
    static final String ABSENT = "not read";
    static final Decision NOT_READ = new Decision(ABSENT, "", "");

    static Decision of(Removal removal) {
        return new Decision(removal.rule().isEmpty() ? KEPT : removal.rule(), removal.value(), removal.threshold());
    }

    /** A kept document under a rule that removed it elsewhere. */
    static Decision kept(Document document, String rule, CorpusSettings settings) {
        String value = document.attribute(rule);
        return new Decision(
                KEPT,
                value,
                value.isEmpty()
                        ? ""
                        : settings.filters().outline(document.collection(), document.language()).stream()
                                .filter(filter -> filter.name().equals(rule))
                                .map(Filter::bounds)
                                .findFirst()
                                .map(bounds -> bounds.text())
                                .orElse(""));
    }

    String told() {
        return value.isEmpty()
                ? fate
                : threshold.isEmpty() ? fate + ", " + value : fate + ", " + value + " (" + threshold + ")";
    }
}
