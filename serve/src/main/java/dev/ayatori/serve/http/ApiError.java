package dev.ayatori.serve.http;

/** A request that cannot be answered, with the status and the fields of OpenAI's error shape. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String parameter;
    private final String code;

    private ApiError(int status, String message, String parameter, String code) {
        super(message);
        this.status = status;
        this.parameter = parameter;
        this.code = code;
    }

    /** 400: a field is missing or wrong. */
    public static ApiError invalid(String parameter, String message) {
        return new ApiError(400, message, parameter, "invalid_value");
    }

    /** 400: the prompt does not fit into the model. */
    public static ApiError tooLong(String parameter, String message) {
        return new ApiError(400, message, parameter, "context_length_exceeded");
    }

    /** 404: what was asked for does not exist. */
    public static ApiError notFound(String message, String code) {
        return new ApiError(404, message, "", code);
    }

    /** 503: the run has not come that far yet. */
    public static ApiError notYet(String message) {
        return new ApiError(503, message, "", "not_finished");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The field at fault, or empty. */
    public String parameter() {
        return parameter;
    }

    /** The machine-readable reason. */
    public String code() {
        return code;
    }
}
