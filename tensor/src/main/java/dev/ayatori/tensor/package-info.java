/**
 * Libtorch behind a thin owning facade, and safetensors files.
 *
 * <p>No type of the binding leaves this package. A {@link dev.ayatori.tensor.Tensor} lives until the innermost
 * {@link dev.ayatori.tensor.Scope} of its thread closes; {@link dev.ayatori.tensor.Tensor#keep()} lets it outlive the
 * scope until it is closed by hand. Tensors may be read by several threads; whether gradients are recorded is a matter
 * of each thread.
 *
 * <p>A safetensors file is a little-endian u64 header length, that many bytes of JSON (name to dtype, shape and the
 * byte range counted from the end of the header; spaces fill the header up to a multiple of 8), then the values, row
 * major, without holes.
 */
@NullMarked
package dev.ayatori.tensor;

import org.jspecify.annotations.NullMarked;
