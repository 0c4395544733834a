package dev.ayatori.serve.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer, or a piece of one, as OpenAI's clients read it.
 *
 * @param fingerprint names the weights: the model's content hash, shortened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
        String id,
        String object,
        long created,
        String model,
        @JsonProperty("system_fingerprint") String fingerprint,
        List<Choice> choices,
        @Nullable Usage usage) {

    /** The one answer: {@code text} of a completion, {@code message} of a chat, {@code delta} of a streamed chat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            int index,
            @Nullable String text,
            @Nullable Said message,
            @Nullable Said delta,

            @JsonProperty("finish_reason") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String finish) {}

    /** A message of the assistant or the next piece of one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(@Nullable String role, @Nullable String content) {}

    /** How many tokens went in and came out. */
    record Usage(
            @JsonProperty("prompt_tokens") int prompt,
            @JsonProperty("completion_tokens") int completion,
            @JsonProperty("total_tokens") int total) {
        static Usage of(int prompt, int completion) {
            return new Usage(prompt, completion, prompt + completion);
        }
    }
}
