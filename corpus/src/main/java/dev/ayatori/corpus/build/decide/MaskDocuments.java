package dev.ayatori.corpus.build.decide;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.privacy.Finding;
import dev.ayatori.corpus.privacy.PersonalData;
import dev.ayatori.corpus.privacy.PersonalKind;
import dev.ayatori.corpus.privacy.PrivacyAction;
import dev.ayatori.corpus.privacy.PrivacySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Counts and masks the personal data of documents, and tells which hold what must not be kept. */
public final class MaskDocuments {
    private final PrivacySettings settings;
    private final PersonalData data;

    public MaskDocuments(PrivacySettings settings) {
        this.settings = settings;
        this.data = new PersonalData(settings);
    }

    /** The document with tags for what is to be masked, in its title too, and the number of findings of each kind. */
    public Document mask(Document document) {
        if (!data.any()) {
            return document;
        }
        List<Finding> findings = data.find(document.text());
        var counts = new TreeMap<String, Integer>();
        findings.forEach(finding -> counts.merge(name(finding.kind()), 1, Integer::sum));
        var attributes = new TreeMap<String, String>();
        counts.forEach((name, count) -> attributes.put(name, count.toString()));
        attributes.put(Document.TITLE, data.mask(document.title()));
        return document.withText(data.mask(document.text(), findings)).with(attributes);
    }

    /** A part of a document without what is to be masked. */
    public String mask(String text) {
        return data.mask(text);
    }

    /** Why a masked document goes, if it does. */
    public Optional<Removal> removal(Document masked) {
        return Arrays.stream(PersonalKind.values())
                .filter(kind -> settings.action(kind) == PrivacyAction.DROP)
                .map(MaskDocuments::name)
                .filter(rule -> masked.attributes().containsKey(rule))
                .map(rule -> new Removal(masked, rule, masked.attribute(rule), "<= 0", ""))
                .findFirst();
    }

    private static String name(PersonalKind kind) {
        return Document.PERSONAL + kind.label();
    }
}
