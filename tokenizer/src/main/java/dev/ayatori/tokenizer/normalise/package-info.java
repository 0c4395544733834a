/**
 * What is done to text before it is cut into tokens.
 *
 * <p>Text at work is a row of code points, each with the place in the original it came from ({@link
 * dev.ayatori.tokenizer.normalise.Points}). A precompiled character map ({@code precompiled_charsmap}, of SentencePiece) is
 *
 * <pre>
 * u32       bytes of the trie
 * u32 x n   units of the trie, a double array over the UTF-8 bytes of the keys as darts-clone lays it out:
 *           bits 0-7 and 31 label, bit 8 whether a key ends here, bit 9 whether the offset counts in 256s, bits 10-30 offset;
 *           the child by byte b of the node at place p is at p ^ offset ^ b, a value at p ^ offset with bit 31 set
 * bytes     the replacements in UTF-8, each ended by NUL; a value is the place of one of them
 * </pre>
 */
@NullMarked
package dev.ayatori.tokenizer.normalise;

import org.jspecify.annotations.NullMarked;
