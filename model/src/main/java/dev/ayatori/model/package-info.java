/** GPT-2: configuration, blocks, weights, generation. */
@NullMarked
package dev.ayatori.model;

import org.jspecify.annotations.NullMarked;
