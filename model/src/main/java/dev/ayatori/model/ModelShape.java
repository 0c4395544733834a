package dev.ayatori.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The sizes of a decoder-only transformer; its JSON names the architecture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "architecture")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Gpt2Shape.class, name = "gpt2"),
    @JsonSubTypes.Type(value = LlamaShape.class, name = "llama")
})
public sealed interface ModelShape permits Gpt2Shape, LlamaShape {

    /** Number of blocks. */
    int layers();

    /** Channels of the residual stream. */
    int width();

    /** Attention heads that ask. */
    int heads();

    /** Attention heads that are asked, a divisor of {@link #heads()}. */
    int keyValueHeads();

    /** Channels of one attention head. */
    int headWidth();

    /** Longest sequence in tokens. */
    int context();

    /** Number of token ids. */
    int vocabulary();

    /** Whether the head multiplies with the token embedding. */
    boolean tiedHead();

    /** The functions of a model of this shape. */
    Decoder decoder();

    /** The number of trained values, counted over the parameters that the model really has. */
    default long parameters() {
        return decoder().sections().stream().mapToLong(Section::size).sum();
    }
}
