package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.build.Judge.Decision;
import dev.ayatori.corpus.build.Judge.Failed;
import dev.ayatori.corpus.build.Judge.Passed;
import dev.ayatori.corpus.privacy.Finding;
import dev.ayatori.corpus.privacy.PersonalData;
import dev.ayatori.corpus.privacy.PersonalKind;
import dev.ayatori.corpus.privacy.PrivacyAction;
import dev.ayatori.corpus.privacy.PrivacySettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts and masks the personal data of judged documents, and removes those that hold what must not be kept. What is removed
 * is masked too, whatever removed it: nothing masked leaves the build.
 */
final class Privacy {
    private final PrivacySettings settings;
    private final PersonalData data;

    Privacy(PrivacySettings settings) {
        this.settings = settings;
        this.data = new PersonalData(settings);
    }

    Decision apply(Decision decision) {
        if (!data.any()) {
            return decision;
        }
        List<Finding> findings = data.find(decision.document().text());
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(name(finding.kind()), 1, Integer::sum));
        Document masked = masked(decision.document(), findings, counts);
        return switch (decision) {
            case Failed failed -> {
                Removal removal = failed.removal();
                yield new Failed(new Removal(masked, removal.rule(), removal.value(), removal.threshold(), ""));
            }
            case Passed passed ->
                findings.stream()
                        .map(Finding::kind)
                        .filter(kind -> settings.action(kind) == PrivacyAction.DROP)
                        .sorted()
                        .findFirst()
                        .map(kind -> dropped(masked, name(kind), counts))
                        .orElseGet(() -> passed(passed, masked));
        };
    }

    private static String name(PersonalKind kind) {
        return Document.PERSONAL + kind.label();
    }

    private Document masked(Document document, List<Finding> findings, Map<String, Integer> counts) {
        var attributes = new TreeMap<String, String>();
        counts.forEach((name, count) -> attributes.put(name, count.toString()));
        attributes.put(Document.TITLE, data.mask(document.title()));
        return document.withText(data.mask(document.text(), findings)).with(attributes);
    }

    private static Decision dropped(Document masked, String rule, Map<String, Integer> counts) {
        return new Failed(new Removal(masked, rule, String.valueOf(counts.get(rule)), "<= 0", ""));
    }

    private Decision passed(Passed passed, Document masked) {
        boolean whole = passed.telling().equals(passed.document().text());
        return new Passed(masked, whole ? masked.text() : data.mask(passed.telling()));
    }
}
