/** Tasks, baselines, metrics and statistics. */
@NullMarked
package dev.ayatori.evaluate;

import org.jspecify.annotations.NullMarked;
