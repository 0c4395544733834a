/**
 * How long zlib makes a text (RFC 1950, RFC 1951), bit for bit the length that zlib 1.2.11 and later give, without making
 * it: a decision must not depend on the platform's build of zlib.
 */
@NullMarked
package dev.ayatori.corpus.filter.deflate;

import org.jspecify.annotations.NullMarked;
