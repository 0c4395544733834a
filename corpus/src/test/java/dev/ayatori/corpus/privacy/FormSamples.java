package dev.ayatori.corpus.privacy;

import dev.ayatori.corpus.privacy.PersonalSamples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A second generator of sentences, written before a look at the rules and at the first: it knows the forms in {@code
 * forms.txt}, which tells its grammar, and plants each of a kind equally often.
 */
final class FormSamples {
    private record Form(PersonalKind kind, String language, String sign, String name, String pattern) {}

    private static final String LINE_BREAK = "\u2028";

    private final Map<String, String> lists = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private final Random random;

    FormSamples(long seed) throws IOException {
        random = new Random(seed);
        try (InputStream in = Objects.requireNonNull(FormSamples.class.getResourceAsStream("forms.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.replace("\\\n", LINE_BREAK).lines().forEach(line -> line(line.replace(LINE_BREAK, "\n")));
        }
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith(":")) {
            return;
        }
        String[] words = line.split(" ", 4);
        if (words[1].equals("=")) {
            lists.put(words[0], "{" + line.substring(line.indexOf('=') + 2) + "}");
            return;
        }
        boolean sentence = words[2].equals("~") || words[2].equals("!");
        int bar = sentence ? -3 : words[3].indexOf(" | ");
        forms.add(new Form(
                PersonalKind.valueOf(words[0]),
                words[1],
                words[2],
                sentence ? "" : words[3].substring(0, bar),
                words[3].substring(bar + 3)));
    }

    /** So many samples of each sort, in turn over all kinds and the forms of each. */
    List<Sample> samples(int positives, int nearMisses) {
        List<Sample> samples = new ArrayList<>();
        PersonalKind[] kinds = PersonalKind.values();
        for (int i = 0; i < positives + nearMisses; i++) {
            PersonalKind kind = kinds[i % kinds.length];
            boolean positive = i < positives;
            List<Form> those = forms.stream()
                    .filter(form -> form.kind() == kind && form.sign().startsWith(positive ? "+" : "-"))
                    .toList();
            Form form = those.get(i / kinds.length % those.size());
            samples.add(positive ? planted(form) : new Sample(kind, false, form.name(), expand(form.pattern()), 0, 0));
        }
        return Collections.unmodifiableList(samples);
    }

    private Sample planted(Form form) {
        List<Form> sentences = forms.stream()
                .filter(other -> other.kind() == form.kind() && other.language().equals(form.language()))
                .filter(other -> other.sign().equals("!")
                        || other.sign().equals("~") && form.sign().equals("+"))
                .toList();
        String sentence = sentences.get(random.nextInt(sentences.size())).pattern();
        int star = sentence.indexOf('*');
        String thing = expand(form.pattern());
        String marked = thing.contains("«") ? thing : "«" + thing + "»";
        String text = sentence.substring(0, star) + marked + sentence.substring(star + 1);
        int start = text.indexOf('«');
        int end = text.indexOf('»') - 1;
        return new Sample(form.kind(), true, form.name(), text.replaceAll("[«»]", ""), start, end);
    }

    private String expand(String pattern) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '\\' -> out.append(pattern.charAt(++i));
                case '#' -> out.append(random.nextInt(10));
                case '%' -> out.append(1 + random.nextInt(9));
                case '{', '<' -> {
                    int end = close(pattern, i);
                    String inside = pattern.substring(i + 1, end);
                    out.append(c == '{' ? expand(pick(inside)) : named(inside));
                    i = end;
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static int close(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            i += c == '\\' ? 1 : 0;
            depth += c == '{' || c == '<' ? 1 : c == '}' || c == '>' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unclosed: " + pattern);
    }

    private String pick(String alternatives) {
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < alternatives.length(); i++) {
            switch (alternatives.charAt(i)) {
                case '\\' -> i++;
                case '{', '<' -> i = close(alternatives, i);
                case '|' -> {
                    all.add(alternatives.substring(from, i));
                    from = i + 1;
                }
                default -> {}
            }
        }
        all.add(alternatives.substring(from));
        return all.get(random.nextInt(all.size()));
    }

    private String named(String inside) {
        int colon = inside.indexOf(':');
        if (colon < 0) {
            return expand(Objects.requireNonNull(lists.get(inside), inside));
        }
        String rest = inside.substring(colon + 1);
        return switch (inside.substring(0, colon)) {
            case "n" -> {
                String[] ends = rest.split("-");
                yield "" + random.nextInt(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1);
            }
            case "wide" -> wide(expand(rest));
            case "luhn" -> checked(expand(rest), CheckDigits::card, 0);
            case "notluhn" -> checked(expand(rest), CheckDigits::card, 1 + random.nextInt(9));
            case "my" -> checked(expand(rest), CheckDigits::individual, 0);
            case "notmy" -> checked(expand(rest), CheckDigits::individual, 1 + random.nextInt(9));
            case "ean" -> checked(expand(rest), CheckDigits::article, 0);
            case "corporate" -> CheckDigits.corporate(expand(rest));
            default -> throw new IllegalArgumentException(inside);
        };
    }

    private interface Check {
        int of(String digitsBefore);
    }

    /** The text with another last digit: the check digit of those before, and so much more. */
    private static String checked(String text, Check check, int off) {
        int last = text.length() - 1;
        String before = text.substring(0, last).replaceAll("[^0-9]", "");
        return text.substring(0, last) + (check.of(before) + off) % 10;
    }

    private static String wide(String text) {
        return text.codePoints()
                .map(c -> c == ' ' ? '　' : c > ' ' && c <= '~' ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
