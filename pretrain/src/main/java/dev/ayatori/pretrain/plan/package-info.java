/**
 * What a training will need before it starts: memory of each worker by part, and disk.
 *
 * <p>The formulas follow Rajbhandari et al. 2020 for what ZeRO divides and Korthikanti et al. 2022 for activations, with
 * the widths that are used here: gradients, master weights and both moments are f32, and queries, keys and values are f32
 * inside attention.
 */
@NullMarked
package dev.ayatori.pretrain.plan;

import org.jspecify.annotations.NullMarked;
