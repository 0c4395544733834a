package dev.ayatori.pretrain.shard;

import dev.ayatori.model.Parameter;
import dev.ayatori.model.Section;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A section laid flat: its parameters one behind the other, then zeros up to {@link #PIECES} pieces of equal length.
 *
 * <p>Weights, gradients and moments all lie alike. Pieces are a multiple of 64 values long, so that a kernel never works
 * across the border of two owners.
 */
public final class FlatSection {

    /** In how many pieces every section is cut: no more processes can share one, and 64 or 96 share it evenly. */
    public static final int PIECES = 192;

    private static final int ALIGNMENT = 64;

    private final Section section;
    private final long values;
    private final long pieceLength;

    /** Lays out a section. */
    public FlatSection(Section section) {
        this.section = section;
        this.values = section.parameters().stream().mapToLong(Parameter::size).sum();
        long granule = (long) PIECES * ALIGNMENT;
        this.pieceLength = (values + granule - 1) / granule * ALIGNMENT;
    }

    /** What lies here. */
    public Section section() {
        return section;
    }

    /** Trained values. */
    public long values() {
        return values;
    }

    /** Values with the zeros at the end. */
    public long length() {
        return PIECES * pieceLength;
    }

    /** Values of some pieces. */
    public long length(Pieces pieces) {
        return pieces.count() * pieceLength;
    }

    /** Where some pieces begin. */
    public long start(Pieces pieces) {
        return pieces.begin() * pieceLength;
    }

    /** A view of some pieces of a whole section. */
    public Tensor slice(Tensor whole, Pieces pieces) {
        return whole.narrow(0, start(pieces), length(pieces));
    }

    /** A view of each parameter in a whole section. */
    public List<Tensor> views(Tensor whole) {
        List<Tensor> views = new ArrayList<>();
        long start = 0;
        for (Parameter parameter : section.parameters()) {
            views.add(whole.narrow(0, start, parameter.size()).view(parameter.sizes()));
            start += parameter.size();
        }
        return views;
    }

    /**
     * The part of a parameter that lies in some pieces.
     *
     * @param parameter whose values these are
     * @param offset of the first value in the parameter
     * @param begin of the first value, counted from the beginning of the pieces
     * @param end after the last value
     */
    public record Range(Parameter parameter, long offset, long begin, long end) {}

    /** What some pieces hold, in order; the zeros at the end belong to no parameter. */
    public List<Range> ranges(Pieces pieces) {
        List<Range> ranges = new ArrayList<>();
        long from = start(pieces);
        long to = from + length(pieces);
        long start = 0;
        for (Parameter parameter : section.parameters()) {
            long begin = Math.max(start, from);
            long end = Math.min(start + parameter.size(), to);
            if (begin < end) {
                ranges.add(new Range(parameter, begin - start, begin - from, end - from));
            }
            start += parameter.size();
        }
        return ranges;
    }
}
