package dev.ayatori.corpus.build.decide;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.build.draft.Boilerplate;
import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.clean.TextCleaner;
import dev.ayatori.corpus.filter.FilterSet;
import dev.ayatori.corpus.filter.rule.Verdict;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.language.LanguageDetector;
import dev.ayatori.corpus.language.LanguageGuess;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.track.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Decides on one document by itself: language, the filters of that language, personal data, overlaps with evaluation sets; a pure function of the draft. */
public final class Judge {
    public static final String LANGUAGE_RULE = "language";
    public static final String EMPTY_RULE = "empty";
    public static final String TAKEDOWN_RULE = "takedown";

    private final CorpusSettings settings;
    private final Set<String> takedown;
    private final FilterSet filters;
    private final LanguageDetector detector;
    private final Boilerplate boilerplate;
    private final MaskDocuments privacy;
    private final FindOverlaps overlaps;

    public Judge(CorpusSettings settings, LanguageDetector detector, Boilerplate boilerplate, FindOverlaps overlaps) {
        this.settings = settings;
        this.takedown = Set.copyOf(settings.takedown());
        this.filters = FilterSet.load(settings.filters());
        this.detector = detector;
        this.boilerplate = boilerplate;
        this.privacy = new MaskDocuments(settings.privacy());
        this.overlaps = overlaps;
    }

    /** What came out for one document. */
    public sealed interface Decision {
        Document document();
    }

    /** It passed; duplicates are looked for by the part of its text that is telling. */
    public record Passed(Document document, String telling) implements Decision {}

    /** A rule took it. */
    public record Failed(Removal removal) implements Decision {
        @Override
        public Document document() {
            return removal.document();
        }
    }

    public Decision decide(Draft whole) {
        return takedown.contains(whole.id()) || takedown.contains(whole.uri()) ? takenDown(whole) : told(whole);
    }

    /** Neither its text nor anything measured on it or told by it is kept. */
    private static Decision takenDown(Draft draft) {
        Document gone = new Document(
                draft.id(), "", draft.uri(), draft.collection(), draft.licence(), "", "unknown", new TreeMap<>());
        return new Failed(new Removal(gone, TAKEDOWN_RULE, "1", "0", ""));
    }

    /** The decision, with personal data masked and overlaps told. */
    private Decision told(Draft whole) {
        return switch (judge(whole)) {
            case Failed failed -> new Failed(failed.removal().of(privacy.mask(failed.document())));
            case Passed passed -> {
                Document document = overlaps.tell(privacy.mask(passed.document()));
                boolean same = passed.telling().equals(passed.document().text());
                yield privacy.removal(document)
                        .or(() -> overlaps.removal(document))
                        .<Decision>map(Failed::new)
                        .orElseGet(() -> new Passed(document, same ? document.text() : privacy.mask(passed.telling())));
            }
        };
    }

    private Decision judge(Draft whole) {
        Draft ours = boilerplate.remove(whole);
        LanguageGuess guess =
                ours.language().isEmpty() ? detector.detect(ours.text()) : LanguageGuess.told(ours.language());
        ParagraphRule.Cut cut = filters.cut(guess.language(), ours.text());
        Draft draft = ours.withText(cut.text());
        String judged = filters.judgesUntouched(draft.collection())
                ? filters.cut(guess.language(), whole.untouched()).text()
                : draft.text();
        TextView.About page = new TextView.About(draft.uri(), draft.licence(), draft.metadata());
        TextView view = TextView.of(judged, filters.about(page, cut.paragraphs()));
        List<Verdict> verdicts = filters.judge(draft.collection(), guess.language(), view);
        Document document = document(draft, guess, verdicts);
        if (draft.text().isEmpty()) {
            return new Failed(new Removal(document, EMPTY_RULE, "0", ">= 1", ""));
        }
        if (!settings.languages().contains(guess.language())) {
            String wanted = String.join(", ", settings.languages());
            return new Failed(new Removal(document, LANGUAGE_RULE, guess.language(), wanted, ""));
        }
        for (Verdict verdict : verdicts) {
            if (!verdict.kept()) {
                return new Failed(new Removal(document, verdict.filter(), verdict.value(), verdict.threshold(), ""));
            }
        }
        return filters.edits(draft.collection(), guess.language())
                ? edited(document, draft.withText(TextCleaner.clean(filters.edited(judged))))
                : new Passed(document, boilerplate.telling(draft));
    }

    private Decision edited(Document document, Draft draft) {
        Document changed = document.withText(draft.text());
        return draft.text().isBlank()
                ? new Failed(new Removal(changed, EMPTY_RULE, "0", ">= 1", ""))
                : new Passed(changed, boilerplate.telling(draft));
    }

    private static Document document(Draft draft, LanguageGuess guess, List<Verdict> verdicts) {
        var attributes = new TreeMap<String, String>();
        verdicts.forEach(verdict -> attributes.put(verdict.filter(), verdict.value()));
        draft.metadata().forEach((name, value) -> attributes.put(Document.SOURCE + name, value));
        attributes.put(Document.TITLE, draft.title());
        attributes.put(Document.LANGUAGE_REASON, guess.reason());
        if (!draft.cuts().isEmpty()) {
            attributes.put(Document.CUTS, Json.line(draft.cuts()));
        }
        return new Document(
                draft.id(),
                draft.text(),
                draft.uri(),
                draft.collection(),
                draft.licence(),
                draft.date(),
                guess.language(),
                attributes);
    }
}
