package dev.ayatori.serve.run;

/**
 * How a piece of writing came to its end.
 *
 * @param tokens how many tokens were drawn
 * @param full whether the number of tokens ended it, not the model or the reader
 */
public record Written(int tokens, boolean full) {}
