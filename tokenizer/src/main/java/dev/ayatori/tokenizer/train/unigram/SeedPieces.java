package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.train.text.SegmentTable;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The pieces to start from: every character, and the substrings with the highest frequency times length.
 *
 * <p>Candidates are the substrings that occur twice or more and that no longer one replaces: they are followed by different
 * characters, of another script, too, or always by a space or an end. Suffixes are sorted in partitions, as many at once as memory
 * holds, by reading the text once for each; nothing is approximated.
 */
final class SeedPieces {
    /** Takes a suffix: the codes of its segment, where it begins and ends, and the segment's weight. */
    private interface Suffixes {
        void suffix(char[] codes, int at, int length, long weight);
    }

    private final SegmentTable text;
    private final Alphabet alphabet;
    private final SegmentRules rules;
    private final int maximalLength;
    private final long memory;

    private record Plan(List<SeedPartition> partitions, SeedCandidates candidates, int most) {}

    /**
     * Seeds of a text.
     *
     * @param maximalLength longest piece
     * @param memory bytes for suffixes, all threads together
     */
    SeedPieces(SegmentTable text, Alphabet alphabet, SegmentRules rules, int maximalLength, long memory) {
        this.text = text;
        this.alphabet = alphabet;
        this.rules = rules;
        this.maximalLength = maximalLength;
        this.memory = memory;
    }

    /** The pieces with the logarithm of their share as score, in the order of their codes. */
    PieceTable seeds(int seedSize, Chunks chunks) throws InterruptedException {
        int characters = alphabet.size() - 1;
        SeedCandidates candidates = new SeedCandidates(Math.max(1, seedSize - characters), maximalLength);
        int most = (int) Math.max(64, memory / chunks.threads() / SeedPartition.Suffixes.bytes(maximalLength + 1));
        Plan plan = new Plan(new ArrayList<>(), candidates, most);
        plan(new char[0], plan);
        List<Callable<Void>> tasks = new ArrayList<>();
        var free = new ConcurrentLinkedQueue<SeedPartition.Suffixes>();
        for (SeedPartition partition : plan.partitions()) {
            tasks.add(() -> {
                SeedPartition.Suffixes reused = free.poll();
                SeedPartition.Suffixes suffixes =
                        reused == null ? new SeedPartition.Suffixes(most, maximalLength + 1) : reused;
                collect(partition, suffixes, candidates);
                free.add(suffixes);
                return null;
            });
        }
        chunks.all(tasks);
        PieceTable.Builder pieces = new PieceTable.Builder();
        for (char code = 1; code <= characters; code++) {
            pieces.add(new char[] {code}, 0, 1, Math.max(1, alphabet.weight(code)));
        }
        candidates.addTo(pieces);
        PieceTable sorted = pieces.sorted();
        double logTotal = StrictMath.log(Arrays.stream(sorted.pathScores()).reduce(0, (a, b) -> a + b));
        return sorted.keep(i -> true, i -> StrictMath.log(sorted.score(i)) - logTotal);
    }

    /** Divides the suffixes with this beginning into partitions that fit; a beginning too frequent for one is divided again. */
    private void plan(char[] prefix, Plan plan) {
        long[] suffixes = new long[Character.MAX_VALUE + 1];
        long[] weights = new long[suffixes.length];
        scan((codes, at, length, weight) -> {
            int next = at + prefix.length;
            if (next <= length && Arrays.equals(codes, at, next, prefix, 0, prefix.length)) {
                int symbol = next < length ? codes[next] : 0;
                suffixes[symbol]++;
                weights[symbol] += weight;
            }
        });
        long followers = Arrays.stream(suffixes).filter(count -> count > 0).count();
        if (followers > 1 || suffixes[0] > 0) {
            offer(prefix, 0, prefix.length, Arrays.stream(weights).sum(), plan.candidates());
        }
        if (prefix.length == maximalLength) {
            return;
        }
        int from = 1;
        long sum = 0;
        for (int code = 1; code < alphabet.size(); code++) {
            boolean heavy = suffixes[code] > plan.most();
            if (heavy || sum + suffixes[code] > plan.most()) {
                addPartition(new SeedPartition(prefix, from, code), sum, plan);
                from = heavy ? code + 1 : code;
                sum = 0;
            }
            if (heavy) {
                char[] longer = Arrays.copyOf(prefix, prefix.length + 1);
                longer[prefix.length] = (char) code;
                plan(longer, plan);
            } else {
                sum += suffixes[code];
            }
        }
        addPartition(new SeedPartition(prefix, from, alphabet.size()), sum, plan);
    }

    private static void addPartition(SeedPartition partition, long suffixes, Plan plan) {
        if (suffixes > 0) {
            plan.partitions().add(partition);
        }
    }

    private void collect(SeedPartition partition, SeedPartition.Suffixes suffixes, SeedCandidates candidates) {
        scan((codes, at, length, weight) -> {
            if (partition.holds(codes, at, length)) {
                suffixes.add(codes, at, length, weight);
            }
        });
        suffixes.nodes((symbols, start, length, weight) -> {
            // the beginning itself has occurrences in other partitions, too: its plan offered it
            if (length > partition.prefix().length) {
                offer(symbols, start, length, weight, candidates);
            }
        });
    }

    private void offer(char[] symbols, int start, int length, long weight, SeedCandidates candidates) {
        if (length >= 2
                && length <= maximalLength
                && symbols[start + length - 1] < alphabet.size()
                && weight >= 2 * WeightedCounts.UNIT
                && rules.allow(symbols, start, start + length, alphabet.code(Vocabulary.SPACE))) {
            candidates.offer(symbols, start, start + length, weight * length);
        }
    }

    private void scan(Suffixes sink) {
        try (SegmentTable.Reader reader = text.new Reader()) {
            reader.read(0, text.blocks(), (codes, length, weight) -> {
                int end = codes[length] == 0 ? length : length + 1;
                for (int at = 0; at < length; at++) {
                    sink.suffix(codes, at, end, weight);
                }
            });
        }
    }
}
