/** Decoder-only transformers as functions on tensors: shapes, parameters, blocks, first weights. */
@NullMarked
package dev.ayatori.model;

import org.jspecify.annotations.NullMarked;
