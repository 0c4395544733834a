/** Checks at the doors of the trainer. */
@NullMarked
package dev.ayatori.pretrain.check;

import org.jspecify.annotations.NullMarked;
