/** The tasks: bits per byte of held-out documents, and which of four summaries belongs to a class. */
@NullMarked
package dev.ayatori.evaluate.task;

import org.jspecify.annotations.NullMarked;
