/** Libtorch behind a thin owning facade; safetensors. */
@NullMarked
package dev.ayatori.tensor;

import org.jspecify.annotations.NullMarked;
