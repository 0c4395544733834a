/**
 * Who holds which part of the model, and how parts and sums travel between processes (Rajbhandari et al. 2020, ZeRO).
 *
 * <p>Each section lies flat in {@link dev.ayatori.pretrain.shard.FlatSection#PIECES} pieces; a process owns whole
 * pieces. Sums over lanes and over processes follow one balanced tree, so that their bits depend on neither the number
 * of processes nor the stage.
 */
@NullMarked
package dev.ayatori.pretrain.shard;

import org.jspecify.annotations.NullMarked;
