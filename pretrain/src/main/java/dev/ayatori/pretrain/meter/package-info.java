/** How fast a training computes, and what a person is told of it. */
@NullMarked
package dev.ayatori.pretrain.meter;

import org.jspecify.annotations.NullMarked;
