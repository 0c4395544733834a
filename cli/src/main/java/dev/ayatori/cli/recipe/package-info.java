/**
 * Recipes: YAML files that name a run and the settings of its stages.
 *
 * <p>A recipe is a mapping. {@code name} is the run's name (else the file's), every other key is a stage with a mapping
 * of settings; what is not said keeps the stage's default. Keys are the components of the settings records, words of a
 * closed set are lower-case with hyphens. Anything else is refused with file, line and column.
 */
@NullMarked
package dev.ayatori.cli.recipe;

import org.jspecify.annotations.NullMarked;
