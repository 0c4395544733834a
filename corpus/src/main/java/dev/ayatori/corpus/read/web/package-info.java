/**
 * Captures of the web in WARC (ISO 28500), its extracted text (WET), and ARC.
 *
 * <p>A record of a file compressed record by record has the offset of its gzip member, any other its offset in the
 * decompressed bytes.
 */
@NullMarked
package dev.ayatori.corpus.read.web;

import org.jspecify.annotations.NullMarked;
