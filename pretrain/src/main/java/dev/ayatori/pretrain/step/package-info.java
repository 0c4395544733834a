/** One micro-batch through the model, section by section, forward and backward. */
@NullMarked
package dev.ayatori.pretrain.step;

import org.jspecify.annotations.NullMarked;
