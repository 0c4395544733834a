/** Instruction data and supervised fine-tuning. */
@NullMarked
package dev.ayatori.tune;

import org.jspecify.annotations.NullMarked;
