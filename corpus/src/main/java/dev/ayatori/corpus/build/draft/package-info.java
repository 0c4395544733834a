/** Drafts: the texts of pages before anything is decided about them, where they come from, and how they are stored. */
@NullMarked
package dev.ayatori.corpus.build.draft;

import org.jspecify.annotations.NullMarked;
