/** What runs the steps of a corpus: threads of this machine, or the workers of a cluster that see the same folders. */
@NullMarked
package dev.ayatori.corpus.engine;

import org.jspecify.annotations.NullMarked;
