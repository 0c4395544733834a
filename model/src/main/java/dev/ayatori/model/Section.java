package dev.ayatori.model;

import java.util.List;

/**
 * Parameters that are used together: the unit that is gathered, reduced, checkpointed and placed on a pipeline stage.
 *
 * @param kind what the section computes
 * @param layer number of the block, -1 for other sections
 * @param parameters in the order of files
 */
public record Section(Kind kind, int layer, List<Parameter> parameters) {

    /** What a section computes. */
    public enum Kind {
        /** Token ids to rows; the token embedding comes first. */
        EMBEDDING,
        /** Rows to rows. */
        BLOCK,
        /** Rows to logits: the final normalisation, and last the head's own matrix where it is not tied. */
        HEAD
    }

    /** Copies the parameters. */
    public Section {
        parameters = List.copyOf(parameters);
    }

    static Section embedding(List<Parameter> parameters) {
        return new Section(Kind.EMBEDDING, -1, parameters);
    }

    static Section block(int layer, List<Parameter> parameters) {
        return new Section(Kind.BLOCK, layer, parameters);
    }

    static Section head(List<Parameter> parameters) {
        return new Section(Kind.HEAD, -1, parameters);
    }

    /** Number of values. */
    public long size() {
        return parameters.stream().mapToLong(Parameter::size).sum();
    }
}
