package dev.ayatori.pretrain;

/** What backward computes a second time to save memory; the weights are equal to the bit either way. */
enum Recompute {
    /** Nothing: every activation is kept until its block's backward. */
    NONE,
    /** Each block: only block inputs are kept. */
    EVERY_BLOCK
}
