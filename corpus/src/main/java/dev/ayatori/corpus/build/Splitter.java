package dev.ayatori.corpus.build;

import dev.ayatori.corpus.SplitSettings;
import dev.ayatori.track.ContentHasher;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntConsumer;

/**
 * Chooses whole clusters for validation, in an order the seed decides, until each language has its share of bytes.
 *
 * <p>A cluster that would take more than the share of a language by itself stays in train, so that no giant swallows the
 * split; a language that would get nothing gets its smallest cluster, unless it has only one. Takes 8 bytes of memory a
 * cluster.
 */
final class Splitter {
    /** By how much a language may go over its share. */
    private static final double SLACK = 1.2;

    private final Groups groups;
    private final SplitSettings settings;
    private final long[] total;
    private final long[] quota;
    private final long[] held;
    private final BitSet validation = new BitSet();

    /** All clusters, each under a number. */
    interface Groups {
        void forEach(IntConsumer consumer) throws InterruptedException;

        Group group(int number);
    }

    /**
     * A cluster.
     *
     * @param name id of its first document
     * @param bytes how much text it has of each language
     */
    @SuppressWarnings("ArrayRecordComponent") // groups are never compared
    record Group(String name, long[] bytes) {
        long size() {
            return Arrays.stream(bytes).sum();
        }
    }

    private Splitter(Groups groups, int languages, SplitSettings settings) {
        this.groups = groups;
        this.settings = settings;
        this.total = new long[languages];
        this.quota = new long[languages];
        this.held = new long[languages];
    }

    /** The numbers of the clusters to hold out. */
    static BitSet choose(Groups groups, int languages, SplitSettings settings) throws InterruptedException {
        return settings.validationShare() == 0 ? new BitSet() : new Splitter(groups, languages, settings).choose();
    }

    private BitSet choose() throws InterruptedException {
        int[] ordered = ordered();
        for (int language = 0; language < quota.length; language++) {
            quota[language] = (long) (settings.validationShare() * total[language]);
        }
        for (int i = 0; i < ordered.length && anyWanted(); i++) {
            Group group = groups.group(ordered[i]);
            if (wanted(group) && fits(group)) {
                hold(ordered[i], group);
            }
        }
        for (int language = 0; language < quota.length; language++) {
            if (held[language] == 0 && total[language] > 0) {
                holdSmallest(language);
            }
        }
        return validation;
    }

    /** The numbers of all clusters in the order of their hashes; counts bytes on the way. */
    private int[] ordered() throws InterruptedException {
        long[][] keys = {new long[1024]};
        int[] size = {0};
        groups.forEach(number -> {
            Group group = groups.group(number);
            for (int language = 0; language < total.length; language++) {
                total[language] += group.bytes()[language];
            }
            if (size[0] == keys[0].length) {
                keys[0] = Arrays.copyOf(keys[0], 2 * size[0]);
            }
            keys[0][size[0]++] = Long.parseLong(order(group).substring(0, 8), 16) << 31 | number;
        });
        Arrays.sort(keys[0], 0, size[0]);
        int[] numbers = Arrays.stream(keys[0], 0, size[0])
                .mapToInt(key -> (int) (key & Integer.MAX_VALUE))
                .toArray();
        untie(keys[0], numbers);
        return numbers;
    }

    /** The numbers below the first digits of the hash depend on how the work was cut: the rest of the hash decides. */
    private void untie(long[] keys, int[] numbers) {
        for (int from = 0; from < numbers.length; ) {
            int to = from + 1;
            while (to < numbers.length && keys[to] >>> 31 == keys[from] >>> 31) {
                to++;
            }
            if (to - from > 1) {
                int[] sorted = Arrays.stream(numbers, from, to)
                        .boxed()
                        .sorted(Comparator.comparing(number -> order(groups.group(number))))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(sorted, 0, numbers, from, sorted.length);
            }
            from = to;
        }
    }

    private String order(Group group) {
        return ContentHasher.create().number(settings.seed()).text(group.name()).hex();
    }

    private boolean anyWanted() {
        for (int language = 0; language < quota.length; language++) {
            if (held[language] < quota[language]) {
                return true;
            }
        }
        return false;
    }

    private boolean wanted(Group group) {
        for (int language = 0; language < quota.length; language++) {
            if (group.bytes()[language] > 0 && held[language] < quota[language]) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Group group) {
        for (int language = 0; language < quota.length; language++) {
            if (group.bytes()[language] > 0 && held[language] + group.bytes()[language] > SLACK * quota[language]) {
                return false;
            }
        }
        return true;
    }

    private void hold(int number, Group group) {
        validation.set(number);
        for (int language = 0; language < held.length; language++) {
            held[language] += group.bytes()[language];
        }
    }

    private void holdSmallest(int language) throws InterruptedException {
        var smallest = new Object() {
            private int number = -1;
            private long size = Long.MAX_VALUE;
            private String order = "";
        };
        groups.forEach(number -> {
            Group group = groups.group(number);
            long size = group.size();
            if (group.bytes()[language] > 0
                    && 2 * group.bytes()[language] <= total[language]
                    && (size < smallest.size
                            || (size == smallest.size && order(group).compareTo(smallest.order) < 0))) {
                smallest.number = number;
                smallest.size = size;
                smallest.order = order(group);
            }
        });
        if (smallest.number >= 0 && !validation.get(smallest.number)) {
            hold(smallest.number, groups.group(smallest.number));
        }
    }
}
