package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Passage;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.track.AyatoriException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows in a text what a filter counted there. Words can be shown only while their lists are where the recipe says. */
public final class Evidence {
    private final FilterSettings settings;
    private final Lists lists;
    private final Map<String, List<Filter>> filters = new HashMap<>();

    private Evidence(FilterSettings settings, Lists lists) {
        this.settings = settings;
        this.lists = lists;
    }

    /** Reads the lists, if they are still there; models are not needed. */
    public static Evidence of(FilterSettings settings) {
        try {
            return new Evidence(settings, settings.load());
        } catch (AyatoriException moved) {
            return new Evidence(settings, Lists.NONE);
        }
    }

    /** What a filter counted in a text of a collection and language, in the order of the text; empty where it cannot tell. */
    public List<Passage> passages(String collection, String language, String filter, String text) {
        return filters
                .computeIfAbsent(collection + "\n" + language, key -> settings.filters(collection, language, lists))
                .stream()
                .filter(each -> each.name().equals(filter))
                .flatMap(each -> each.passages(TextView.of(text)).stream())
                .toList();
    }
}
