/** The run that is served, as its folder stands at the moment of the question. */
@NullMarked
package dev.ayatori.serve.run;

import org.jspecify.annotations.NullMarked;
