package dev.ayatori.corpus;

import dev.ayatori.corpus.clean.RepeatedLineSettings;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.filter.FilterSettings;
import dev.ayatori.corpus.language.LanguageModel;
import dev.ayatori.corpus.privacy.PrivacySettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the corpus stage can be asked for.
 *
 * @param languages the languages to keep; everything else is removed by the rule {@code language}
 * @param languageModels classifiers that tell the language, asked in this order; without any the built-in rules tell it
 * @param priority collections in the order in which their documents are kept when they are duplicates of each other;
 *     collections not named follow by name
 * @param repeatedLines which lines are boilerplate of their collection
 * @param filters thresholds by language
 * @param duplicates when two documents count as duplicates, and when as related
 * @param privacy what is done about personal data, by kind
 * @param decontamination which evaluation sets documents must not hold
 * @param split how much is held out for validation
 * @param rowsPerFile documents per Parquet file
 * @param strict whether a single page that cannot be read is an error
 * @param takedown ids and addresses of documents that must not be in the corpus
 */
public record CorpusSettings(
        List<String> languages,
        List<LanguageModel> languageModels,
        List<String> priority,
        RepeatedLineSettings repeatedLines,
        FilterSettings filters,
        DuplicateSettings duplicates,
        PrivacySettings privacy,
        DecontaminationSettings decontamination,
        SplitSettings split,
        int rowsPerFile,
        boolean strict,
        List<String> takedown) {
    public CorpusSettings {
        languages = List.copyOf(languages);
        languageModels = List.copyOf(languageModels);
        priority = List.copyOf(priority);
        takedown = takedown.stream().distinct().sorted().toList();
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages must name at least one language to keep, such as ja");
        }
        if (rowsPerFile < 1) {
            throw new IllegalArgumentException("rowsPerFile must be at least 1, but is " + rowsPerFile);
        }
    }

    /** Japanese, English and code with the published thresholds, adapted to short technical pages. */
    public static CorpusSettings defaults() {
        return new CorpusSettings(
                List.of("ja", "en", "code"),
                List.of(),
                List.of(),
                RepeatedLineSettings.defaults(),
                FilterSettings.defaults(),
                DuplicateSettings.defaults(),
                PrivacySettings.defaults(),
                DecontaminationSettings.defaults(),
                SplitSettings.defaults(),
                5_000,
                false,
                List.of());
    }

    /** The same, but nothing may go into quarantine. */
    public CorpusSettings strictly() {
        return with(true, takedown);
    }

    /** The same, but without these ids and addresses either. */
    public CorpusSettings without(List<String> entries) {
        return with(strict, Stream.concat(takedown.stream(), entries.stream()).toList());
    }

    private CorpusSettings with(boolean strict, List<String> takedown) {
        return new CorpusSettings(
                languages,
                languageModels,
                priority,
                repeatedLines,
                filters,
                duplicates,
                privacy,
                decontamination,
                split,
                rowsPerFile,
                strict,
                takedown);
    }
}
