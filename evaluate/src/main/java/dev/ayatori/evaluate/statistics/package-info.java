/** Intervals: every score is told with the range that the sample size leaves open. */
@NullMarked
package dev.ayatori.evaluate.statistics;

import org.jspecify.annotations.NullMarked;
