package dev.ayatori.tokenizer.train.unigram;

/** The digamma function, the derivative of the logarithm of the gamma function. */
final class Digamma {
    /** From here on the asymptotic series is exact to double precision. */
    private static final double LARGE = 10;

    private Digamma() {}

    /** The value at a positive number. */
    static double of(double x) {
        double result = 0;
        double y = x;
        while (y < LARGE) {
            result -= 1 / y;
            y++;
        }
        double inverse = 1 / (y * y);
        double series = inverse
                * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse * (1.0 / 240 - inverse / 132))));
        return result + StrictMath.log(y) - 0.5 / y - series;
    }
}
