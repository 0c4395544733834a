package dev.ayatori.tokenizer.chat;

import dev.ayatori.tokenizer.chat.Lexer.Kind;
import dev.ayatori.tokenizer.chat.Lexer.Token;
import java.util.List;

/** The tokens of a template, read one by one. */
final class Words {
    private final List<Token> tokens;
    private int at;

    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        return tokens.get(Math.min(at++, tokens.size() - 1));
    }

    /** Takes a word if it comes next. */
    boolean take(String word) {
        boolean found = peek().is(word);
        at += found ? 1 : 0;
        return found;
    }

    Token expect(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return next();
    }

    void expectWord(String word) {
        if (!take(word)) {
            throw new TemplateException(
                    peek().line(), "'" + word + "' was expected, but '" + peek().text() + "' stands here");
        }
    }

    TemplateException unexpected() {
        return new TemplateException(peek().line(), "'" + peek().text() + "' does not belong here");
    }
}
