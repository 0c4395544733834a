package dev.ayatori.tokenizer.train.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

class SeedPiecesTest {
    private static final int LONGEST = 5;

    /** A substring is a seed when it occurs twice or more and no longer one stands wherever it stands. */
    @Property(tries = 150)
    void areTheRepeatedSubstringsThatCannotGrow(
            @ForAll @Size(min = 1, max = 12)
                    List<@StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') String> words,
            @ForAll @IntRange(min = 1, max = 40) int atOnce)
            throws Exception {
        assertThat(found(words, 1000, atOnce))
                .isEqualTo(new TreeSet<>(bruteForce(words).keySet()));
    }

    /** A word that always stands before the same character of another script can grow, too, though not within a piece. */
    @Property(tries = 100)
    void lookBeyondTheEndOfTheScript(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(min = 2, max = 6) @CharRange(from = 'a', to = 'b') String> words)
            throws Exception {
        List<String> followed = words.stream().map(word -> word + "、").toList();
        Set<String> expected = new TreeSet<>(bruteForce(followed).keySet());
        expected.removeIf(piece -> piece.contains("、"));
        assertThat(found(followed, 1000, 40)).isEqualTo(expected);
    }

    @Property(tries = 50)
    void areThoseWithTheHighestScoresWhenThereAreTooMany(
            @ForAll @Size(min = 4, max = 12)
                    List<@StringLength(min = 3, max = 8) @CharRange(from = 'a', to = 'b') String> words)
            throws Exception {
        Map<String, Integer> all = bruteForce(words);
        int few = Math.max(1, all.size() / 2);
        Set<String> found = found(words, -few, 40);
        assertThat(found).hasSize(Math.min(few, all.size()));
        int least = found.stream()
                .mapToInt(piece -> all.getOrDefault(piece, 0))
                .min()
                .orElse(0);
        assertThat(all.entrySet().stream()
                        .filter(entry -> entry.getValue() > least)
                        .map(Map.Entry::getKey))
                .isSubsetOf(found);
    }

    /** Seeds but for characters; a negative size is a number of these alone. */
    private static TreeSet<String> found(List<String> words, int size, int atOnce)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("seeds");
        CodedText text = Texts.coded(folder, words);
        int seeds = size < 0 ? text.alphabet().size() - 1 - size : size;
        long memory = (long) atOnce * SeedPartition.Suffixes.bytes(LONGEST + 1);
        TreeSet<String> found = new TreeSet<>();
        try (Chunks chunks = new Chunks(1)) {
            PieceTable pieces = new SeedPieces(text.table(), text.alphabet(), SegmentRules.defaults(), LONGEST, memory)
                    .seeds(seeds, chunks);
            for (int i = 0; i < pieces.size(); i++) {
                if (!pieces.isCharacter(i)) {
                    found.add(Texts.text(text, pieces, i));
                }
            }
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return found;
    }

    private static Map<String, Integer> bruteForce(List<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Set<String>> followers = new HashMap<>();
        for (String word : words) {
            for (int start = 0; start < word.length(); start++) {
                for (int end = start + 1; end <= word.length(); end++) {
                    String piece = word.substring(start, end);
                    counts.merge(piece, 1, Integer::sum);
                    followers
                            .computeIfAbsent(piece, ignored -> new HashSet<>())
                            .add(end < word.length() ? word.substring(end, end + 1) : "");
                }
            }
        }
        Map<String, Integer> seeds = new TreeMap<>();
        counts.forEach((piece, count) -> {
            Set<String> after = followers.getOrDefault(piece, Set.of());
            if (count >= 2
                    && piece.length() >= 2
                    && piece.length() <= LONGEST
                    && (after.size() > 1 || after.contains(""))) {
                seeds.put(piece, count * piece.length());
            }
        });
        return seeds;
    }
}
