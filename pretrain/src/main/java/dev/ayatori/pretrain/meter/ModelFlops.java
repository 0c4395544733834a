package dev.ayatori.pretrain.meter;

import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.Section;

/**
 * Floating-point operations that a model asks for, whoever computes it and however often: those of its matrix products,
 * forward and backward, without what is computed again (Narayanan et al. 2021, equation 3; Chowdhery et al. 2022,
 * appendix B).
 *
 * <p>For each token six for every weight of a projection or the head, and 12 L H Q T for attention over T tokens with L
 * layers of H heads of Q channels, as if no token were masked.
 */
public final class ModelFlops {

    private ModelFlops() {}

    /** For one token of sequences of so many. */
    public static double perToken(ModelShape shape, int context) {
        long projections = shape.decoder().sections().stream()
                .filter(section -> section.kind() == Section.Kind.BLOCK)
                .flatMap(section -> section.parameters().stream())
                .filter(Parameter::decays)
                .mapToLong(Parameter::size)
                .sum();
        double head = (double) shape.vocabulary() * shape.width();
        double attention = 12.0 * shape.layers() * shape.heads() * shape.headWidth() * context;
        return 6 * (projections + head) + attention;
    }
}
