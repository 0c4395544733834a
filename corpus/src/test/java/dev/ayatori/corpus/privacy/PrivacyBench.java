package dev.ayatori.corpus.privacy;

import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.privacy.PersonalSamples.Sample;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How well personal data is told from what looks like it, on generated sentences, and how fast texts are searched.
 *
 * <p>A planted thing counts as found when one finding of its kind covers all of it. Whatever is found in a near-miss, of
 * whatever kind, counts against the kind that was found.
 */
final class PrivacyBench {
    private static final int ROUNDS = 5;

    private PrivacyBench() {}

    /** What came out for one kind. */
    static final class Score {
        private final Map<String, Integer> missed = new TreeMap<>();
        private final Map<String, Integer> wrong = new TreeMap<>();
        private final List<String> examples = new ArrayList<>();
        private int positives;
        private int found;
        private int wronglyFound;

        double precision() {
            return (double) found / (found + wronglyFound);
        }

        double recall() {
            return (double) found / positives;
        }
    }

    /** Arguments: none for precision and recall; a folder or file of plain text for the speed. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            tell("sentences of PersonalSamples", scores(new PersonalSamples(20261123).samples(5_000, 5_000)));
            tell("sentences of FormSamples", scores(new FormSamples(20261130).samples(5_000, 5_000)));
        } else {
            speed(Path.of(arguments[0]));
        }
    }

    private static void tell(String source, Map<PersonalKind, Score> scores) {
        System.out.println(source);
        scores.forEach((kind, score) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.4f | %.4f |%n    missed %s%n    wrong %s%n    %s%n",
                kind.label(),
                score.positives,
                score.found,
                score.wronglyFound,
                score.precision(),
                score.recall(),
                score.missed,
                score.wrong,
                String.join("\n    ", score.examples)));
    }

    static Map<PersonalKind, Score> scores(List<Sample> samples) {
        Map<PersonalKind, Score> scores = new EnumMap<>(PersonalKind.class);
        Stream.of(PersonalKind.values()).forEach(kind -> scores.put(kind, new Score()));
        PersonalData data = new PersonalData(PrivacySettings.all(PrivacyAction.MASK));
        for (Sample sample : samples) {
            List<Finding> findings = data.find(sample.text());
            Score score = java.util.Objects.requireNonNull(scores.get(sample.kind()));
            if (sample.positive()) {
                boolean found = findings.stream().anyMatch(finding -> covers(finding, sample));
                score.positives++;
                score.found += found ? 1 : 0;
                if (!found) {
                    count(score.missed, score, sample, sample.form());
                }
            } else {
                for (Finding finding : findings) {
                    Score against = java.util.Objects.requireNonNull(scores.get(finding.kind()));
                    against.wronglyFound++;
                    count(against.wrong, against, sample, sample.form());
                }
            }
        }
        return scores;
    }

    private static boolean covers(Finding finding, Sample sample) {
        return finding.kind() == sample.kind() && finding.start() <= sample.start() && finding.end() >= sample.end();
    }

    private static void count(Map<String, Integer> counts, Score score, Sample sample, String form) {
        if (counts.merge(form, 1, Integer::sum) <= 2) {
            score.examples.add((sample.positive() ? "missed: " : "wrong: ") + sample.text());
        }
    }

    private static void speed(Path place) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        long bytes = texts.stream().mapToLong(Tally::bytesOf).sum();
        PersonalData data = new PersonalData(PrivacySettings.all(PrivacyAction.MASK));
        for (int round = 0; round < ROUNDS; round++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Map<PersonalKind, Integer> found = new EnumMap<>(PersonalKind.class);
            for (String text : texts) {
                List<Finding> findings = data.find(text);
                findings.forEach(finding -> found.merge(finding.kind(), 1, Integer::sum));
                data.mask(text, findings);
            }
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%.1f MB in %.2f CPU s: %.1f MB/s %s%n",
                    bytes / 1e6,
                    seconds,
                    bytes / 1e6 / seconds,
                    found);
        }
    }
}
