/** Progress for people: a live line on a terminal, plain lines elsewhere. */
@NullMarked
package dev.ayatori.track.terminal;

import org.jspecify.annotations.NullMarked;
