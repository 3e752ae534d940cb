package org.imgeligibility.rulebase.language;

import java.util.List;

/** A walk over tokens. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    int position() {
        return at;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean take(String wanted) {
        boolean found = peek().is(wanted);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String wanted) {
        if (!take(wanted)) {
            throw fault("'" + wanted + "' is expected here, not " + peek() + ".");
        }
    }

    String word(String what) {
        return text(Token.Kind.WORD, what);
    }

    String string(String what) {
        return text(Token.Kind.STRING, what);
    }

    private String text(Token.Kind kind, String what) {
        if (peek().kind() != kind) {
            throw fault(what + " is expected here, not " + peek() + ".");
        }
        return next().text();
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END_OF_FILE;
    }

    LanguageFault fault(String message) {
        return new LanguageFault(peek().place(), message);
    }
}
