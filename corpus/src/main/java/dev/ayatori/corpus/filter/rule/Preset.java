package dev.ayatori.corpus.filter.rule;

import static dev.ayatori.corpus.filter.rule.Bounds.atLeast;
import static dev.ayatori.corpus.filter.rule.Bounds.atMost;
import static dev.ayatori.corpus.filter.rule.Bounds.below;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Published sets of rules, each with the thresholds it was published with, by language. */
public enum Preset {
    /** Gopher's, Swallow's and The Stack's thresholds, loosened for short pages of reference manuals. */
    REFERENCE_PAGES {
        @Override
        List<Filter> japanese(Lists lists) {
            return ReferencePages.japanese();
        }

        @Override
        List<Filter> english(Lists lists) {
            return ReferencePages.english();
        }

        @Override
        List<Filter> code(Lists lists) {
            return ReferencePages.code();
        }
    },
    /** The web pages, texts of the Pile and code of LLM-jp's corpus v1. */
    LLM_JP_V1 {
        @Override
        List<Filter> japanese(Lists lists) {
            return llmJp(lists, 3, 250, new Bounds(0.3, 0.7));
        }

        @Override
        List<Filter> code(Lists lists) {
            return STACK.code(lists);
        }
    },
    /** The same with the thresholds of its switch {@code --strict}. */
    LLM_JP_V1_STRICT {
        @Override
        List<Filter> japanese(Lists lists) {
            return llmJp(lists, 2, 80, new Bounds(0.375, 0.7));
        }

        @Override
        List<Filter> code(Lists lists) {
            return STACK.code(lists);
        }
    },
    /** Wikipedia in LLM-jp's corpus v1: whatever is not empty. */
    LLM_JP_WIKI,
    /** FineWeb-2 for Japanese; FineWeb for English. */
    FINEWEB2_JA {
        @Override
        List<Filter> japanese(Lists lists) {
            return WebRecipes.fineWeb2Japanese();
        }

        @Override
        List<Filter> english(Lists lists) {
            return WebRecipes.fineWeb();
        }

        @Override
        List<Filter> code(Lists lists) {
            return STACK.code(lists);
        }
    },
    /** The Swallow corpus, version 1. */
    SWALLOW_V1 {
        @Override
        List<Filter> japanese(Lists lists) {
            return WebRecipes.swallow();
        }
    },
    /** The rules that HojiChar got after LLM-jp's corpus v1, and those of its first version with their defaults. */
    HOJICHAR {
        @Override
        List<Filter> japanese(Lists lists) {
            return hojiChar();
        }
    },
    /** The Pile in LLM-jp's corpus v1: without Books3. */
    PILE,
    /** The Stack in LLM-jp's corpus v1. */
    STACK {
        @Override
        List<Filter> code(Lists lists) {
            List<Filter> filters = new ArrayList<>();
            if (lists.has("code-extensions")) {
                filters.add(StackCode.extension(lists.set("code-extensions")));
            }
            filters.add(StackCode.longestLine(atMost(1000)));
            filters.add(StackCode.meanLine(atMost(100)));
            filters.add(StackCode.alphanumeric(atLeast(0.25)));
            filters.add(LlmJp.notEmpty());
            return filters;
        }
    },
    /** All rules of all presets for the language, to measure; where two share a name, the first one's threshold holds. */
    EVERYTHING {
        @Override
        List<Filter> japanese(Lists lists) {
            return union(Stream.of(LLM_JP_V1, FINEWEB2_JA, SWALLOW_V1, HOJICHAR, REFERENCE_PAGES)
                    .map(preset -> preset.japanese(lists)));
        }

        @Override
        List<Filter> english(Lists lists) {
            return union(Stream.of(FINEWEB2_JA, REFERENCE_PAGES).map(preset -> preset.english(lists)));
        }

        @Override
        List<Filter> code(Lists lists) {
            return union(Stream.of(STACK, REFERENCE_PAGES).map(preset -> preset.code(lists)));
        }
    };

    /** Names of the lists that a recipe must bring. */
    public List<String> neededLists() {
        return switch (this) {
            case LLM_JP_V1, LLM_JP_V1_STRICT, EVERYTHING ->
                List.of("advertising", "adult", "discrimination", "violence");
            case STACK -> List.of("code-extensions");
            case REFERENCE_PAGES, LLM_JP_WIKI, FINEWEB2_JA, SWALLOW_V1, HOJICHAR, PILE -> List.of();
        };
    }

    /** Whether its rules were published for texts that nothing has cleaned before. */
    public boolean judgesUntouched() {
        return switch (this) {
            case LLM_JP_V1, LLM_JP_V1_STRICT -> true;
            case REFERENCE_PAGES, LLM_JP_WIKI, FINEWEB2_JA, SWALLOW_V1, HOJICHAR, PILE, STACK, EVERYTHING -> false;
        };
    }

    /** The filters for documents of a language, in the order in which they decide. */
    public List<Filter> filters(String language, Lists lists) {
        List<Filter> filters = new ArrayList<>(Policy.of(lists));
        filters.addAll(
                switch (language) {
                    case "ja" -> japanese(lists);
                    case "code" -> code(lists);
                    default -> english(lists);
                });
        return filters;
    }

    List<Filter> japanese(Lists lists) {
        return List.of(LlmJp.notEmpty());
    }

    List<Filter> english(Lists lists) {
        return List.of(LlmJp.notEmpty(), Policy.pilePart(Set.of("Books3")));
    }

    List<Filter> code(Lists lists) {
        return List.of(LlmJp.notEmpty());
    }

    private static List<Filter> llmJp(Lists lists, int words, int kuten, Bounds compression) {
        return List.of(
                LlmJp.validDomain(lists.has("valid-domains") ? lists.set("valid-domains") : LlmJp.DOMAINS),
                LlmJp.notEmpty(),
                LlmJp.startsJapanese(),
                LlmJp.advertising(lists.words("advertising"), atMost(10)),
                LlmJp.words("adult-words", lists.words("adult"), atMost(words)),
                LlmJp.words("discrimination-words", lists.words("discrimination"), atMost(words)),
                LlmJp.words("violence-words", lists.words("violence"), atMost(words)),
                LlmJp.charactersPerKuten(atMost(kuten)),
                new Compression(compression));
    }

    private static List<Filter> hojiChar() {
        return List.of(
                LlmJp.startsJapanese(),
                HojiChar.boardWords(atMost(14)),
                LlmJp.charactersPerKuten(atMost(100)),
                HojiChar.characterRepetition(below(0.33)),
                HojiChar.wordRepetition(below(0.40)),
                HojiChar.specialCharacters(atMost(0.4)),
                HojiChar.longestRun(atMost(199)),
                HojiChar.endingEllipses(atMost(0.7)),
                HojiChar.shortLines(atMost(0.5)));
    }

    private static List<Filter> union(Stream<List<Filter>> lists) {
        Map<String, Filter> byName = new LinkedHashMap<>();
        lists.forEach(list -> list.forEach(filter -> byName.putIfAbsent(filter.name(), filter)));
        return List.copyOf(byName.values());
    }
}
