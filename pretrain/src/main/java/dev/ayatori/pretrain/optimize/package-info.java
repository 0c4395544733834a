/** What turns gradients into weights, as settings and as pure functions of what was seen before. */
@NullMarked
package dev.ayatori.pretrain.optimize;

import org.jspecify.annotations.NullMarked;
