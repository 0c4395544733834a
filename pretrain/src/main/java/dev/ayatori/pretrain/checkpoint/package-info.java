/**
 * States that a training can go on from with any number of workers.
 *
 * <p>{@code step-NNNNNN/} holds {@code weights.safetensors}, {@code first-moment.safetensors} and {@code
 * second-moment.safetensors}: f32, keyed by parameter name with whole shapes, in the order of the model's sections. Every
 * process writes the bytes it owns into the same files; nothing in them tells how many there were. {@code pieces.sha256}
 * holds, for each file, section and 192nd piece of a section in this order, the 32 bytes of a SHA-256; {@code state.json}
 * the step, numbers that go on, the model, the hash of {@code pieces.sha256} and its own seal.
 *
 * <p>A folder is written under another name, forced to the disk and renamed: one that bears its name is whole.
 */
@NullMarked
package dev.ayatori.pretrain.checkpoint;

import org.jspecify.annotations.NullMarked;
