package dev.ayatori.serve.openai;

import dev.ayatori.model.generate.Sampling;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.http.Fields;
import dev.ayatori.serve.run.TextModel;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A request that was read and checked: how to draw, where to stop, how to send.
 *
 * @param sampling how tokens are drawn
 * @param stops texts that end the answer and are not part of it
 * @param stream whether the answer is sent piece by piece
 * @param usage whether a stream ends with its token counts
 */
record WritingRequest(Sampling sampling, List<String> stops, boolean stream, boolean usage) {
    private static final int MAXIMAL_TOKENS = 4096;
    private static final int MAXIMAL_STOPS = 4;
    private static final List<String> UNSUPPORTED =
            List.of("tools", "functions", "logprobs", "echo", "suffix", "best_of", "logit_bias", "response_format");

    static WritingRequest read(Fields fields, TextModel model, int defaultTokens) {
        refuseUnsupported(fields);
        String limit = fields.node("max_completion_tokens").isPresent() ? "max_completion_tokens" : "max_tokens";
        Sampling sampling = new Sampling(
                fields.number("temperature", 0.8, 0, 2),
                fields.count("top_k", 0, 0, Integer.MAX_VALUE),
                positiveProbability(fields),
                fields.count(limit, defaultTokens, 1, MAXIMAL_TOKENS),
                model.endToken(),
                fields.whole("seed").orElseGet(() -> ThreadLocalRandom.current().nextLong()));
        boolean usage = fields.object("stream_options").flag("include_usage");
        return new WritingRequest(sampling, stops(fields), fields.flag("stream"), usage);
    }

    private static double positiveProbability(Fields fields) {
        double topP = fields.number("top_p", 0.95, 0, 1);
        if (topP == 0) {
            throw ApiError.invalid("top_p", "top_p must be above 0; temperature 0 takes the most probable token");
        }
        return topP;
    }

    private static List<String> stops(Fields fields) {
        List<String> stops = fields.texts("stop");
        if (stops.size() > MAXIMAL_STOPS || stops.contains("")) {
            throw ApiError.invalid("stop", "stop must hold at most 4 texts, none of them empty");
        }
        return stops;
    }

    /** A parameter that would be ignored is refused, unless its value asks for what happens anyway. */
    private static void refuseUnsupported(Fields fields) {
        fields.count("n", 1, 1, 1);
        for (String name : UNSUPPORTED) {
            fields.node(name)
                    .filter(node -> !node.isEmpty() || node.isString() || node.isNumber() || node.asBoolean(false))
                    .filter(node -> !isHarmless(name, node.toString()))
                    .ifPresent(node -> {
                        throw ApiError.invalid(name, name + " is not supported; leave it out");
                    });
        }
    }

    private static boolean isHarmless(String name, String value) {
        return switch (name) {
            case "best_of" -> value.equals("1");
            case "suffix" -> value.equals("\"\"");
            case "response_format" -> value.equals("{\"type\":\"text\"}");
            default -> false;
        };
    }
}
