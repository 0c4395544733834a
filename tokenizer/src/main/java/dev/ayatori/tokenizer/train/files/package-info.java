/**
 * Training outside of a recipe, from files: {@link dev.ayatori.tokenizer.train.files.TextFile} reads them strictly,
 * {@link dev.ayatori.tokenizer.train.files.TrainFromFiles} is the stage.
 */
@NullMarked
package dev.ayatori.tokenizer.train.files;

import org.jspecify.annotations.NullMarked;
