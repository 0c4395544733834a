package dev.ayatori.serve.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An error in OpenAI's shape. */
record ErrorBody(Detail error) {

    /** What went wrong, with the field at fault where there is one. */
    record Detail(
            String message,
            String type,
            @JsonProperty("param") @Nullable String parameter,
            String code) {}

    static ErrorBody of(int status, String message, String parameter, String code) {
        String type = status < 500 ? "invalid_request_error" : "server_error";
        return new ErrorBody(new Detail(message, type, parameter.isEmpty() ? null : parameter, code));
    }
}
