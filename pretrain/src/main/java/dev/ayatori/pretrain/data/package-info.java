/** What training reads: files of tokens or of finished sequences, weighed and laid into sequences. */
@NullMarked
package dev.ayatori.pretrain.data;

import org.jspecify.annotations.NullMarked;
