/** Full text search with Lucene: Japanese by words, English by word stems, both without regard to width and case. */
@NullMarked
package dev.ayatori.search.fulltext;

import org.jspecify.annotations.NullMarked;
