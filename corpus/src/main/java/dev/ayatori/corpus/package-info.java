/** Sources, documents, extraction, language, filters, duplicates. */
@NullMarked
package dev.ayatori.corpus;

import org.jspecify.annotations.NullMarked;
