/** Models as folders in the layout of Hugging Face. */
@NullMarked
package dev.ayatori.model.huggingface;

import org.jspecify.annotations.NullMarked;
