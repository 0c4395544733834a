/**
 * Models as folders in the layout of Hugging Face.
 *
 * <p>{@code config.json} tells architecture and sizes ({@code model_type} gpt2 or llama), {@code generation_config.json}
 * how to draw. Weights bear the names of transformers, in {@code model.safetensors}, or in {@code
 * model-0000n-of-0000m.safetensors} with {@code model.safetensors.index.json}: {@code metadata.total_size} in bytes and
 * {@code weight_map} from name to file. Rotary settings are written for transformers 4 ({@code rope_theta}, {@code
 * rope_scaling}) and 5 ({@code rope_parameters}), and read in either form.
 */
@NullMarked
package dev.ayatori.model.huggingface;

import org.jspecify.annotations.NullMarked;
