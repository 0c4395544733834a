/** Instruction data made from the corpus itself: documented Java declarations become questions and answers. */
@NullMarked
package dev.ayatori.tune.instruction;

import org.jspecify.annotations.NullMarked;
