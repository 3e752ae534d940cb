package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of a file as they are written. */
public final class RuleTexts {

    private RuleTexts() {
    }

    /**
     * A line of a rule; lines of blanks and comments are none.
     *
     * @param says    its tokens, the same however it is laid out
     * @param written as it stands in the file
     */
    public record Line(String says, String written) {
    }

    /** The lines of each rule, by name, of a file that could be parsed. */
    public static Map<String, List<Line>> of(String file, String text) {
        List<String> written = text.lines().toList();
        Map<String, List<Line>> rules = new LinkedHashMap<>();
        Map<Integer, List<Token>> lines = null;
        Cursor cursor = new Cursor(Lexer.tokens(file, text));
        while (!cursor.atEnd()) {
            if (startsRule(cursor)) {
                lines = new LinkedHashMap<>();
                rules.put(cursor.peek(1).text(), List.of());
            } else if (cursor.peek().is("declare") && cursor.peek(1).kind() == Token.Kind.WORD) {
                lines = null;
            }
            Token token = cursor.next();
            if (lines != null) {
                lines.computeIfAbsent(token.place().line(), any -> new ArrayList<>()).add(token);
                boolean ended = token.is("end") && (cursor.atEnd() || startsRule(cursor) || cursor.peek().is("declare"));
                if (ended) {
                    rules.put(last(rules), lines(lines, written));
                    lines = null;
                }
            }
        }
        return rules;
    }

    private static boolean startsRule(Cursor cursor) {
        return cursor.peek().is("rule") && cursor.peek(1).kind() == Token.Kind.STRING;
    }

    private static String last(Map<String, List<Line>> rules) {
        return rules.keySet().stream().reduce((first, second) -> second).orElseThrow();
    }

    private static List<Line> lines(Map<Integer, List<Token>> tokens, List<String> written) {
        return tokens.entrySet().stream().map(line -> new Line(
                line.getValue().stream().map(token -> token.kind() == Token.Kind.STRING ? "\"" + token.text() + "\"" : token.text()).collect(Collectors.joining(" ")),
                written.get(line.getKey() - 1).stripTrailing())).toList();
    }
}
