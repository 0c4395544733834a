/** The JSON API behind the pages: the run, its training, its corpus, its scores, search and trace. */
@NullMarked
package dev.ayatori.serve.api;

import org.jspecify.annotations.NullMarked;
