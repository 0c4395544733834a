package dev.ayatori.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.privacy.PersonalKind;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleMeaningsTest {
    private final RuleMeanings meanings = new RuleMeanings();

    @Test
    void saysWhatEveryRuleLooksAt() {
        Lists all = new Lists(new TreeMap<>(Stream.concat(Lists.NAMES.stream(), Stream.of("licences"))
                .collect(Collectors.toMap(name -> name, name -> List.of()))));
        Stream<String> filters = Arrays.stream(Preset.values())
                .flatMap(preset ->
                        Stream.of("ja", "en", "code").flatMap(language -> preset.filters(language, all).stream()))
                .map(Filter::name);
        Stream<String> kinds = Arrays.stream(PersonalKind.values()).map(kind -> "personal." + kind.label());
        Stream<String> steps = Stream.of(
                "takedown", "empty", "language", "same-url", "exact-duplicate", "near-duplicate", "evaluation-overlap");
        Stream<String> models = Stream.of("perplexity", "perplexity-bucket", "perplexity-cut");
        assertThat(Stream.of(filters, kinds, steps, models).flatMap(names -> names))
                .allSatisfy(name -> assertThat(meanings.of(name)).as(name).isNotEmpty());
    }

    @Test
    void knowsNGramsOfAnyLength() {
        assertThat(meanings.of("top-3-words"))
                .isEqualTo(meanings.of("top-4-words"))
                .isNotEmpty();
        assertThat(meanings.of("short-lines-10")).contains("10");
        assertThat(meanings.of("a rule of tomorrow")).isEmpty();
    }
}
