/**
 * MediaWiki XML dumps (export format 0.3 to 0.11) as plain text.
 *
 * <p>A dump in several bzip2 streams, as Wikimedia's multistream dumps are, is read in parts: a part owns the pages that
 * begin in the streams that begin in it.
 */
@NullMarked
package dev.ayatori.corpus.read.wiki;

import org.jspecify.annotations.NullMarked;
