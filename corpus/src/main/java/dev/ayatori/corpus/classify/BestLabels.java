package dev.ayatori.corpus.classify;

import dev.ayatori.corpus.classify.OutputLayer.Scored;
import java.util.ArrayList;
import java.util.List;

/**
 * The best few labels seen so far, in a heap with the worst in front. Which of equal scores stays, and in what order, is told
 * by the moves of the C++ library's {@code push_heap} and {@code pop_heap}, which fastText uses.
 */
final class BestLabels {
    private final int count;
    private final List<Scored> heap = new ArrayList<>();

    /**
     * None yet.
     *
     * @param count how many are wanted
     */
    BestLabels(int count) {
        this.count = count;
    }

    /** The best of the probabilities of all labels that are {@code least} at least, best first. */
    static List<Scored> of(float[] probabilities, int count, float least) {
        BestLabels best = new BestLabels(count);
        for (int label = 0; label < probabilities.length; label++) {
            float score = OutputLayer.log(probabilities[label]);
            if (probabilities[label] >= least && best.takes(score)) {
                best.add(label, score);
            }
        }
        return best.sorted();
    }

    /** Whether a score is not worse than all that there are. */
    boolean takes(float score) {
        return heap.size() < count || score >= heap.getFirst().score();
    }

    /** Adds what they take. */
    void add(int label, float score) {
        heap.add(new Scored(label, score));
        rise(heap.size() - 1);
        if (heap.size() > count) {
            removeWorst(heap.size());
            heap.removeLast();
        }
    }

    /** All of them, best first; nothing can be added afterwards. */
    List<Scored> sorted() {
        for (int size = heap.size(); size > 1; size--) {
            removeWorst(size);
        }
        return heap;
    }

    private void rise(int place) {
        Scored risen = heap.get(place);
        int hole = place;
        while (hole > 0 && heap.get((hole - 1) / 2).score() > risen.score()) {
            heap.set(hole, heap.get((hole - 1) / 2));
            hole = (hole - 1) / 2;
        }
        heap.set(hole, risen);
    }

    /** Moves the front behind the other {@code size} - 1: the hole sinks to the bottom, and what stood there last rises. */
    private void removeWorst(int size) {
        Scored last = heap.get(size - 1);
        heap.set(size - 1, heap.getFirst());
        int hole = 0;
        for (int child = 1; child < size - 1; child = 2 * hole + 1) {
            boolean right = child + 1 < size - 1
                    && heap.get(child + 1).score() <= heap.get(child).score();
            heap.set(hole, heap.get(right ? child + 1 : child));
            hole = right ? child + 1 : child;
        }
        if (size > 1) {
            heap.set(hole, last);
            rise(hole);
        }
    }
}
