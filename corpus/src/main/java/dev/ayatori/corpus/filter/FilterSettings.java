package dev.ayatori.corpus.filter;

import java.util.List;

/** Thresholds of the filters by language; a language without filters of its own gets those for English. */
public record FilterSettings(JapaneseFilters ja, EnglishFilters en, CodeFilters code) {

    /** The published thresholds, adapted to short technical pages. */
    public static FilterSettings defaults() {
        return new FilterSettings(JapaneseFilters.defaults(), EnglishFilters.defaults(), CodeFilters.defaults());
    }

    /** The filters for documents of this language, in the order in which they decide. */
    public List<Filter> of(String language) {
        return switch (language) {
            case "ja" -> ja.filters();
            case "code" -> code.filters();
            default -> en.filters();
        };
    }
}
