package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into tokens; comments and blanks fall away. */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("&&", "||", "==", "!=", "<=", ">=");
    /** What these begin with. */
    private static final String LONG = "&|=!<>";
    private static final String SYMBOLS = "(){}[]:;,.@<>!+-";

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Token> tokens(String file, String text) {
        Lexer lexer = new Lexer(file, text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END_OF_FILE);
        return tokens;
    }

    private Token next() {
        skipBlanksAndComments();
        Place place = new Place(file, line, column);
        if (at == text.length()) {
            return new Token(Token.Kind.END_OF_FILE, "", place);
        }
        char first = text.charAt(at);
        if (first >= '0' && first <= '9') {
            return number(place);
        } else if (isWordPart(first)) {
            return new Token(Token.Kind.WORD, takeWord(), place);
        } else if (first == '"') {
            return string(place);
        }
        return symbol(place);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private String takeWord() {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        pass(end - at);
        return word;
    }

    private Token number(Place place) {
        String whole = takeWord();
        boolean fraction = at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1));
        if (fraction) {
            step();
        }
        String text = fraction ? whole + "." + takeWord() : whole;
        if (!text.matches("\\d{1,7}(\\.\\d{1,7})?")) {
            throw new LanguageFault(place, "'" + text + "' is not a number of at most seven digits.");
        }
        return new Token(fraction ? Token.Kind.FRACTION : Token.Kind.WHOLE_NUMBER, text, place);
    }

    private Token string(Place place) {
        StringBuilder content = new StringBuilder();
        step();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            int plain = at;
            while (plain < text.length() && text.charAt(plain) != '"' && text.charAt(plain) != '\n' && text.charAt(plain) != '\\') {
                plain++;
            }
            content.append(text, at, plain);
            pass(plain - at);
            if (at < text.length() && text.charAt(at) == '\\') {
                content.append(escaped(place));
                step();
            }
        }
        if (at == text.length() || text.charAt(at) == '\n') {
            throw new LanguageFault(place, "This text is not closed on its line. Add a closing quote.");
        }
        step();
        return new Token(Token.Kind.STRING, content.toString(), place);
    }

    private char escaped(Place place) {
        step();
        char c = at < text.length() ? text.charAt(at) : '\n';
        if (c != '"' && c != '\\') {
            throw new LanguageFault(place, "Only \\\" and \\\\ can be escaped in a text.");
        }
        return c;
    }

    private Token symbol(Place place) {
        char c = text.charAt(at);
        for (String symbol : LONG.indexOf(c) < 0 ? List.<String>of() : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                step();
                step();
                return new Token(Token.Kind.SYMBOL, symbol, place);
            }
        }
        if (SYMBOLS.indexOf(c) < 0) {
            throw new LanguageFault(place, "'" + c + "' has no meaning here.");
        }
        step();
        return new Token(Token.Kind.SYMBOL, String.valueOf(c), place);
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                column = 1;
                at++;
            } else if (c == ' ' || Character.isWhitespace(c) || c == '\uFEFF') {
                step();
            } else if (c == '/' && text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                pass((end < 0 ? text.length() : end) - at);
            } else if (c == '/' && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                if (end < 0) {
                    throw new LanguageFault(new Place(file, line, column), "This comment is not closed. Add */ where it ends.");
                }
                comment(end + 2);
            } else {
                return;
            }
        }
    }

    private void comment(int end) {
        for (int newLine = text.indexOf('\n', at); newLine >= 0 && newLine < end; newLine = text.indexOf('\n', at)) {
            line++;
            column = 1;
            at = newLine + 1;
        }
        pass(end - at);
    }

    private void step() {
        pass(1);
    }

    /** Goes on within the line. */
    private void pass(int characters) {
        column += characters;
        at += characters;
    }
}
