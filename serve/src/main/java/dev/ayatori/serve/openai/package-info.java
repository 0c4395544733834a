/** The run's model behind the OpenAI completion and chat endpoints. */
@NullMarked
package dev.ayatori.serve.openai;

import org.jspecify.annotations.NullMarked;
