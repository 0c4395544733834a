package dev.ayatori.tokenizer.train.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.train.text.Segmenter;
import dev.ayatori.tokenizer.train.text.TextCounter;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class BytePairTrainerTest {
    @Property(tries = 200)
    void mergesWhatCountingAnewAfterEachMergeGives(
            @ForAll @Size(min = 1, max = 12)
                    List<@StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'c') String> words,
            @ForAll @IntRange(min = 1, max = 12) int most)
            throws Exception {
        assertThat(learned(words, most)).isEqualTo(bruteForce(words, most));
    }

    private static List<String> learned(List<String> words, int most) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pairs");
        Workplace workplace = new Workplace(folder, 2, 1 << 16, Progress.silent());
        CodedText text;
        try (TextCounter counter = new TextCounter(() -> new Segmenter(SegmentRules.defaults()), workplace, 1)) {
            for (String word : words) {
                counter.add("text", word, 1);
            }
            text = CodedText.write(
                    folder, WeightedCounts.plain(counter.finish()), all -> Alphabet.of(all, 1, Set.of()));
        }
        List<String> merges = new BytePairTrainer(most, 1, piece -> true, Progress.silent())
                .train(text).merges().stream()
                        .map(merge -> merge.left() + " " + merge.right())
                        .toList();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return merges;
    }

    private static List<String> bruteForce(List<String> words, int most) {
        List<List<String>> texts = new ArrayList<>();
        words.forEach(word -> texts.add(
                new ArrayList<>(word.chars().mapToObj(c -> "" + (char) c).toList())));
        List<String> ids = new ArrayList<>(
                new TreeSet<>(texts.stream().flatMap(List::stream).toList()));
        int characters = ids.size();
        List<String> merges = new ArrayList<>();
        while (ids.size() < characters + most) {
            Map<String, Integer> counts = new TreeMap<>();
            texts.forEach(text -> {
                for (int i = 0; i + 1 < text.size(); i++) {
                    counts.merge(text.get(i) + " " + text.get(i + 1), 1, Integer::sum);
                }
            });
            if (counts.isEmpty()) {
                return merges;
            }
            String best = counts.keySet().stream()
                    .min(Comparator.comparingInt((String pair) -> -counts.getOrDefault(pair, 0))
                            .thenComparingInt(pair -> ids.indexOf(pair.split(" ")[0]))
                            .thenComparingInt(pair -> ids.indexOf(pair.split(" ")[1])))
                    .orElseThrow();
            merges.add(best);
            String piece = best.replace(" ", "");
            if (!ids.contains(piece)) {
                ids.add(piece);
            }
            texts.forEach(text -> {
                for (int i = 0; i + 1 < text.size(); i++) {
                    if ((text.get(i) + " " + text.get(i + 1)).equals(best)) {
                        text.set(i, piece);
                        text.remove(i + 1);
                    }
                }
            });
        }
        return merges;
    }
}
