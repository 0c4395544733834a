/** Texts of Aozora Bunko: Shift_JIS with ruby and notes of the typists, described in the library's manual of notes. */
@NullMarked
package dev.ayatori.corpus.read.aozora;

import org.jspecify.annotations.NullMarked;
