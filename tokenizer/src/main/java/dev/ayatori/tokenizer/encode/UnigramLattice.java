package dev.ayatori.tokenizer.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every way to cut a text into pieces, for the n best of them and for samples (Kudo 2018, sections 3.2 and 3.3). */
final class UnigramLattice {
    private record Edge(int start, int token, double score) {}

    /** One of the best paths to a place: its last edge and which of the paths to that edge's start it goes on from. */
    private record Path(Edge last, int rank, double score) {}

    /** The edges that end at each place. */
    private final List<List<Edge>> ending = new ArrayList<>();

    private final int length;

    UnigramLattice(int length) {
        this.length = length;
        for (int place = 0; place <= length; place++) {
            ending.add(new ArrayList<>());
        }
    }

    void add(int start, int end, int token, double score) {
        ending.get(end).add(new Edge(start, token, score));
    }

    /** Draws a path with a probability in proportion to the exponential of alpha times its score. */
    PathSpace sample(Sampling sampling) {
        double alpha = sampling.alpha();
        double[] forward = new double[length + 1];
        for (int place = 1; place <= length; place++) {
            double sum = Double.NEGATIVE_INFINITY;
            for (Edge edge : ending.get(place)) {
                sum = logSum(sum, forward[edge.start] + alpha * edge.score);
            }
            forward[place] = sum;
        }
        PathSpace path = new PathSpace().reserve(length);
        for (int place = length; place > 0; ) {
            double drawn = sampling.random().nextDouble();
            Edge chosen = ending.get(place).getLast();
            for (Edge edge : ending.get(place)) {
                drawn -= StrictMath.exp(forward[edge.start] + alpha * edge.score - forward[place]);
                if (drawn < 0) {
                    chosen = edge;
                    break;
                }
            }
            path.tokens[place] = chosen.token;
            path.origins[place] = chosen.start;
            place = chosen.start;
        }
        return path;
    }

    private static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY
                ? larger
                : larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
    }

    /** The best paths, the best first; fewer where there are no more. */
    List<PathSpace> best(int count) {
        List<List<Path>> best = new ArrayList<>();
        best.add(List.of(new Path(new Edge(0, 0, 0), 0, 0)));
        for (int place = 1; place <= length; place++) {
            List<Path> paths = new ArrayList<>();
            for (Edge edge : ending.get(place)) {
                List<Path> before = best.get(edge.start);
                for (int rank = 0; rank < before.size(); rank++) {
                    paths.add(new Path(edge, rank, before.get(rank).score + edge.score));
                }
            }
            paths.sort(Comparator.comparingDouble(Path::score).reversed());
            best.add(List.copyOf(paths.subList(0, Math.min(count, paths.size()))));
        }
        List<PathSpace> found = new ArrayList<>();
        for (int rank = 0; rank < best.get(length).size(); rank++) {
            found.add(trace(best, rank));
        }
        return found;
    }

    private PathSpace trace(List<List<Path>> best, int lastRank) {
        PathSpace path = new PathSpace().reserve(length);
        int rank = lastRank;
        for (int place = length; place > 0; ) {
            Path at = best.get(place).get(rank);
            path.tokens[place] = at.last.token;
            path.origins[place] = at.last.start;
            place = at.last.start;
            rank = at.rank;
        }
        return path;
    }
}
