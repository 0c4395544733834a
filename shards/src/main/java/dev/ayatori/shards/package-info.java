/** Token files and the order of training data. */
@NullMarked
package dev.ayatori.shards;

import org.jspecify.annotations.NullMarked;
