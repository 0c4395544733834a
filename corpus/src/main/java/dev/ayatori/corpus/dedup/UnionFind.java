package dev.ayatori.corpus.dedup;

/** Disjoint sets of numbers (Tarjan 1975); the smallest number of a set stands for it, whatever the order of unions. */
final class UnionFind {
    private final int[] parent;

    UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int find(int number) {
        int root = number;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    void union(int left, int right) {
        int first = find(left);
        int second = find(right);
        parent[Math.max(first, second)] = Math.min(first, second);
    }
}
