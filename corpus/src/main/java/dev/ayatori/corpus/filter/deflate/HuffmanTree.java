package dev.ayatori.corpus.filter.deflate;

import java.util.Arrays;

/** Code lengths for frequencies (Huffman 1952), limited in length and with ties decided as in {@code build_tree} of zlib. */
final class HuffmanTree {
    final int[] frequency;
    final int[] length;
    /** The last element that has a code. */
    int last;

    private final int elements;
    private final int longest;
    private final int[] nodeFrequency;
    private final int[] parent;
    private final int[] depth;
    private final int[] heap;
    private final int[] countByLength;
    private int heapLength;

    HuffmanTree(int elements, int longest) {
        this.elements = elements;
        this.longest = longest;
        this.frequency = new int[elements];
        this.length = new int[2 * elements + 1];
        this.nodeFrequency = new int[2 * elements + 1];
        this.parent = new int[2 * elements + 1];
        this.depth = new int[2 * elements + 1];
        this.heap = new int[2 * elements + 2];
        this.countByLength = new int[longest + 1];
    }

    /** Finds the lengths; gives the bits of all elements together. */
    long build() {
        heapLength = 0;
        last = -1;
        Arrays.fill(length, 0);
        Arrays.fill(depth, 0);
        System.arraycopy(frequency, 0, nodeFrequency, 0, elements);
        for (int i = 0; i < elements; i++) {
            if (frequency[i] > 0) {
                heap[++heapLength] = i;
                last = i;
            }
        }
        int forced = 0;
        while (heapLength < 2) {
            int node = last < 2 ? ++last : 0;
            heap[++heapLength] = node;
            nodeFrequency[node] = 1;
            forced++;
        }
        int top = joinAll();
        limitLengths(top);
        long bits = 0;
        for (int i = 0; i < elements; i++) {
            bits += (long) frequency[i] * length[i];
        }
        assert forced <= 2;
        return bits;
    }

    /** Joins the two rarest nodes until one is left; the heap's end then holds all nodes by falling frequency. */
    private int joinAll() {
        for (int i = heapLength / 2; i >= 1; i--) {
            down(i);
        }
        int top = heap.length;
        int node = elements;
        do {
            int rarest = heap[1];
            heap[1] = heap[heapLength--];
            down(1);
            int second = heap[1];
            heap[--top] = rarest;
            heap[--top] = second;
            nodeFrequency[node] = nodeFrequency[rarest] + nodeFrequency[second];
            depth[node] = Math.max(depth[rarest], depth[second]) + 1;
            parent[rarest] = node;
            parent[second] = node;
            heap[1] = node++;
            down(1);
        } while (heapLength >= 2);
        heap[--top] = heap[1];
        return top;
    }

    private void limitLengths(int top) {
        Arrays.fill(countByLength, 0);
        length[heap[top]] = 0;
        int overflow = 0;
        for (int i = top + 1; i < heap.length; i++) {
            int node = heap[i];
            int bits = length[parent[node]] + 1;
            if (bits > longest) {
                bits = longest;
                overflow++;
            }
            length[node] = bits;
            if (node < elements) {
                countByLength[bits]++;
            }
        }
        if (overflow == 0) {
            return;
        }
        do {
            int bits = longest - 1;
            while (countByLength[bits] == 0) {
                bits--;
            }
            countByLength[bits]--;
            countByLength[bits + 1] += 2;
            countByLength[longest]--;
            overflow -= 2;
        } while (overflow > 0);
        int place = heap.length;
        for (int bits = longest; bits > 0; bits--) {
            int left = countByLength[bits];
            while (left > 0) {
                int node = heap[--place];
                if (node < elements) {
                    length[node] = bits;
                    left--;
                }
            }
        }
    }

    private void down(int from) {
        int node = heap[from];
        int place = from;
        int child = 2 * place;
        while (child <= heapLength) {
            if (child < heapLength && isRarer(heap[child + 1], heap[child])) {
                child++;
            }
            if (isRarer(node, heap[child])) {
                break;
            }
            heap[place] = heap[child];
            place = child;
            child = 2 * place;
        }
        heap[place] = node;
    }

    private boolean isRarer(int left, int right) {
        return nodeFrequency[left] < nodeFrequency[right]
                || (nodeFrequency[left] == nodeFrequency[right] && depth[left] <= depth[right]);
    }
}
