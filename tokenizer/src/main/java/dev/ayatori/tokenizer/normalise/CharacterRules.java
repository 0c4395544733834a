package dev.ayatori.tokenizer.normalise;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * SentencePiece's named normalisations as rules, derived from the Unicode data of this Java runtime.
 *
 * <p>NFKC as rules from strings to strings: every character that NFKC changes, and every sequence of characters that
 * stands for one composed character, whatever forms its parts come in. Rules that shorter ones make needless are left out.
 */
public enum CharacterRules {
    /** Nothing is replaced. */
    IDENTITY,
    /** Unicode's compatibility composition. */
    NFKC,
    /** The same, but controls vanish, what looks like a space is one, and the full-width tilde stays. */
    NMT_NFKC;

    private static final int[][] VANISH = {{0x1, 0x8}, {0xB, 0xB}, {0xE, 0x1F}, {0x7F, 0x7F}, {0x8F, 0x8F}, {0x9F, 0x9F}
    };
    private static final int[] SPACES = {
        0x9, 0xA, 0xC, 0xD, 0x1680, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD
    };
    private static final String WIDE_TILDE = "\uFF5E";

    /** The normalisation of a name, such as {@code nmt_nfkc}. */
    public static CharacterRules named(String name) {
        for (CharacterRules rules : values()) {
            if (rules.label().equals(name)) {
                return rules;
            }
        }
        throw new IllegalArgumentException("a normalisation must be identity, nfkc or nmt_nfkc, but is '" + name + "'");
    }

    /** The name in model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All rules; deriving them takes about a second. */
    public SortedMap<String, String> rules() {
        return switch (this) {
            case IDENTITY -> new TreeMap<>();
            case NFKC -> withoutNeedless(nfkc());
            case NMT_NFKC -> {
                SortedMap<String, String> rules = nfkc();
                for (int[] range : VANISH) {
                    for (int point = range[0]; point <= range[1]; point++) {
                        rules.put(Character.toString(point), "");
                    }
                }
                for (int space : SPACES) {
                    rules.put(Character.toString(space), " ");
                }
                rules.remove(WIDE_TILDE);
                yield withoutNeedless(rules);
            }
        };
    }

    /** The rules at work: {@link Normaliser#IDENTITY} or a {@link Charsmap}. */
    public Normaliser normaliser() {
        return this == IDENTITY ? Normaliser.IDENTITY : Charsmap.of(rules());
    }

    private static SortedMap<String, String> nfkc() {
        SortedMap<String, String> rules = new TreeMap<>();
        SortedSet<String> decomposed = new TreeSet<>();
        Map<Integer, List<String>> formsOf = new HashMap<>();
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            String text = Character.toString(point);
            String composed = Normalizer.normalize(text, Form.NFKC);
            if (!composed.equals(text)) {
                rules.put(text, composed);
            }
            String parts = Normalizer.normalize(text, Form.NFKD);
            if (parts.codePointCount(0, parts.length()) == 1) {
                formsOf.computeIfAbsent(parts.codePointAt(0), ignored -> new ArrayList<>())
                        .add(text);
            } else {
                decomposed.add(parts);
            }
        }
        for (String parts : decomposed) {
            String composed = Normalizer.normalize(parts, Form.NFC);
            if (!composed.equals(parts)) {
                for (String form : forms(parts, formsOf)) {
                    if (!form.equals(composed)) {
                        rules.put(form, composed);
                    }
                }
            }
        }
        return rules;
    }

    /** All strings whose characters decompose into those of the given one. */
    private static List<String> forms(String parts, Map<Integer, List<String>> formsOf) {
        List<String> forms = List.of("");
        for (int part : parts.codePoints().toArray()) {
            List<String> longer = new ArrayList<>();
            for (String form : forms) {
                for (String next : formsOf.getOrDefault(part, List.of())) {
                    longer.add(form + next);
                }
            }
            forms = longer;
        }
        return forms;
    }

    private static SortedMap<String, String> withoutNeedless(SortedMap<String, String> rules) {
        SortedMap<String, String> kept = new TreeMap<>();
        TreeMap<Integer, SortedMap<String, String>> byLength = new TreeMap<>();
        rules.forEach(
                (key, text) -> byLength.computeIfAbsent(key.codePointCount(0, key.length()), ignored -> new TreeMap<>())
                        .put(key, text));
        byLength.forEach((length, group) -> {
            SortedMap<String, String> needed = new TreeMap<>();
            group.forEach((key, text) -> {
                if (length == 1 || !text.equals(replaceLongest(key, kept, length - 1))) {
                    needed.put(key, text);
                }
            });
            kept.putAll(needed);
        });
        return kept;
    }

    private static String replaceLongest(String text, Map<String, String> rules, int longest) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int points = Math.min(longest, text.codePointCount(at, text.length()));
            int end = text.offsetByCodePoints(at, points);
            while (points > 1 && !rules.containsKey(text.substring(at, end))) {
                end = text.offsetByCodePoints(end, -1);
                points--;
            }
            String key = text.substring(at, end);
            out.append(rules.getOrDefault(key, key));
            at = end;
        }
        return out.toString();
    }
}
