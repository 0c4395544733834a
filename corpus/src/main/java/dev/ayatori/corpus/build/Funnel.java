package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusStatistics.Flow;
import dev.ayatori.corpus.CorpusStatistics.Found;
import dev.ayatori.corpus.CorpusStatistics.Taken;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.dedup.Cut;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stayed and what went of a part of the corpus, by collection, language, rule and split; parts add up.
 *
 * @param rules what each rule removed
 * @param personal personal data of kept documents by kind
 * @param cuts what was cut out of all documents because it stands elsewhere
 * @param splits kept documents by language, then by split
 */
record Funnel(
        SortedMap<String, Flow> collections,
        SortedMap<String, Flow> languages,
        SortedMap<String, Tally> rules,
        SortedMap<String, Found> personal,
        SortedMap<String, Taken> cuts,
        SortedMap<String, SortedMap<String, Tally>> splits) {
    static Funnel empty() {
        return new Funnel(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void kept(Document document) {
        Tally tally = Tally.of(document.text());
        flow(document, new Flow(tally, tally));
        splits.computeIfAbsent(document.language(), language -> new TreeMap<>())
                .merge(document.split().label(), tally, Tally::plus);
        String behind = Document.PERSONAL + Character.MAX_VALUE;
        document.attributes()
                .subMap(Document.PERSONAL, behind)
                .forEach((name, count) -> personal.merge(
                        name.substring(Document.PERSONAL.length()), new Found(1, Long.parseLong(count)), Found::plus));
    }

    void removed(Removal removal) {
        Tally tally = Tally.of(removal.document().text());
        flow(removal.document(), new Flow(tally, Tally.NONE));
        rules.merge(removal.rule(), tally, Tally::plus);
    }

    private void flow(Document document, Flow flow) {
        collections.merge(document.collection(), flow, Flow::plus);
        languages.merge(document.language(), flow, Flow::plus);
        Map<Cut.Why, List<Cut>> cut = document.cuts().stream().collect(Collectors.groupingBy(Cut::why));
        cut.forEach((why, all) -> cuts.merge(
                why.label(),
                new Taken(
                        1,
                        all.size(),
                        all.stream().mapToLong(each -> each.to() - each.from()).sum()),
                Taken::plus));
    }

    void add(Funnel other) {
        other.collections.forEach((name, flow) -> collections.merge(name, flow, Flow::plus));
        other.languages.forEach((name, flow) -> languages.merge(name, flow, Flow::plus));
        other.personal.forEach((name, found) -> personal.merge(name, found, Found::plus));
        other.cuts.forEach((name, taken) -> cuts.merge(name, taken, Taken::plus));
        other.rules.forEach((name, tally) -> rules.merge(name, tally, Tally::plus));
        for (Map.Entry<String, SortedMap<String, Tally>> language : other.splits.entrySet()) {
            var parts = splits.computeIfAbsent(language.getKey(), name -> new TreeMap<>());
            language.getValue().forEach((split, tally) -> parts.merge(split, tally, Tally::plus));
        }
    }

    Flow total() {
        return collections.values().stream().reduce(new Flow(Tally.NONE, Tally.NONE), Flow::plus);
    }
}
