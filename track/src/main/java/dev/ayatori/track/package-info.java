/** Artifacts and manifests; runs and metrics. */
@NullMarked
package dev.ayatori.track;

import org.jspecify.annotations.NullMarked;
