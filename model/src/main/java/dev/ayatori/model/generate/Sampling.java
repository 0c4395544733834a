package dev.ayatori.model.generate;

/**
 * How the next token is drawn.
 *
 * @param temperature divides the logits; 0 takes the most probable token
 * @param topK draw among this many most probable tokens; 0 for all
 * @param topP draw among the most probable tokens that together hold this probability (Holtzman et al. 2020); 1 for all
 * @param maximalTokens stop after this many tokens
 * @param endToken stop at this token, which is not handed out; -1 for none
 * @param seed equal seeds give equal texts
 */
public record Sampling(double temperature, int topK, double topP, int maximalTokens, int endToken, long seed) {

    /** Checks every value. */
    public Sampling {
        require(temperature >= 0 && temperature <= 100, "temperature must be between 0 and 100", temperature);
        require(topK >= 0, "topK must be at least 0", topK);
        require(topP > 0 && topP <= 1, "topP must be above 0 and at most 1", topP);
        require(maximalTokens >= 0, "maximalTokens must be at least 0", maximalTokens);
        require(endToken >= -1, "endToken must be a token or -1", endToken);
    }

    /** The most probable token every time. */
    public static Sampling greedy(int maximalTokens, int endToken) {
        return new Sampling(0, 0, 1, maximalTokens, endToken, 0);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }
}
