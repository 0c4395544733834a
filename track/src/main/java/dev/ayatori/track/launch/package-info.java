/** Starts the processes of one job, on this machine or on others. */
@NullMarked
package dev.ayatori.track.launch;

import org.jspecify.annotations.NullMarked;
