package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.encode.SubwordModel;
import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;

/**
 * All parts of a tokenizer.
 *
 * @param vocabulary the pieces by id
 * @param added strings that become one token before anything else happens
 * @param normaliser what is done to the text between them
 * @param splitter where that is cut
 * @param model finds the tokens of each part
 * @param detokeniser turns ids into text
 * @param frame the symbols around a text
 * @param roles the symbols with a meaning
 */
public record Pipeline(
        Vocabulary vocabulary,
        AddedTokens added,
        Normaliser normaliser,
        Splitter splitter,
        SubwordModel model,
        Detokeniser detokeniser,
        Frame frame,
        Roles roles) {}
