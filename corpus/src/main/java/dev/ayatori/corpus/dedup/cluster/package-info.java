/**
 * Which documents are copies or relatives: those that meet under a key are compared and linked, what hangs together makes a
 * cluster, and in each cluster it is decided what stays.
 */
@NullMarked
package dev.ayatori.corpus.dedup.cluster;

import org.jspecify.annotations.NullMarked;
