package dev.ayatori.shards;

import java.util.Arrays;

/** Places pieces into sequences of one capacity, the longest first, each where the least room is left over. */
final class BestFit {
    private static final int NONE = -1;

    private final int capacity;
    /** By room: the last sequence with so much of it, and for each sequence the one before it. */
    private final int[] lastWithRoom;

    private int[] before = new int[1024];
    /** A tree over rooms, to find the smallest one at hand: by node, how many sequences it covers. */
    private final int[] tree;

    private final int leaves;
    private int sequences;

    BestFit(int capacity) {
        this.capacity = capacity;
        lastWithRoom = new int[capacity + 1];
        Arrays.fill(lastWithRoom, NONE);
        leaves = Integer.highestOneBit(Math.max(1, capacity)) * 2;
        tree = new int[2 * leaves];
    }

    /** The sequence of each piece. */
    int[] place(PackingPlan.Pieces pieces) {
        int[] lengths = pieces.lengths();
        int[] sequenceOf = new int[lengths.length];
        for (int piece : byFallingLength(lengths)) {
            int room = smallestRoom(lengths[piece]);
            int sequence = room == NONE ? open() : take(room);
            sequenceOf[piece] = sequence;
            int left = (room == NONE ? capacity : room) - lengths[piece];
            if (left > 0) {
                give(sequence, left);
            }
        }
        return sequenceOf;
    }

    private int[] byFallingLength(int[] lengths) {
        int[] starts = new int[capacity + 2];
        for (int length : lengths) {
            starts[capacity - length + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] order = new int[lengths.length];
        for (int piece = 0; piece < lengths.length; piece++) {
            order[starts[capacity - lengths[piece]]++] = piece;
        }
        return order;
    }

    private int open() {
        if (sequences == before.length) {
            before = Arrays.copyOf(before, sequences * 2);
        }
        return sequences++;
    }

    private int take(int room) {
        int sequence = lastWithRoom[room];
        lastWithRoom[room] = before[sequence];
        count(room, -1);
        return sequence;
    }

    private void give(int sequence, int room) {
        before[sequence] = lastWithRoom[room];
        lastWithRoom[room] = sequence;
        count(room, 1);
    }

    private void count(int room, int change) {
        for (int node = leaves + room; node > 0; node /= 2) {
            tree[node] += change;
        }
    }

    /** The smallest room of at least a length that some sequence has. */
    private int smallestRoom(int length) {
        int node = leaves + length;
        if (tree[node] > 0) {
            return length;
        }
        while (node > 1 && (node % 2 == 1 || tree[node + 1] == 0)) {
            node /= 2;
        }
        if (node <= 1) {
            return NONE;
        }
        node++;
        while (node < leaves) {
            node = tree[2 * node] > 0 ? 2 * node : 2 * node + 1;
        }
        return node - leaves;
    }
}
