/** Shapes by name, and the settings that choose one. */
@NullMarked
package dev.ayatori.model.preset;

import org.jspecify.annotations.NullMarked;
