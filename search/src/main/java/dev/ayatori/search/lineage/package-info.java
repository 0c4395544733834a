/** Which artifacts of a run have seen a document, by what they hold and by the hashes of what they were made from. */
@NullMarked
package dev.ayatori.search.lineage;

import org.jspecify.annotations.NullMarked;
