package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text with values in braces, as a rule's sentence: {@code {exam.attempts|attempt} of {limit.value}}. After a bar
 * stands the noun a number counts. Square brackets enclose a part that is left out when a value in it is missing.
 *
 * @param fields every field it speaks of
 */
public record Template(List<Part> parts, List<Expression.FieldOf> fields) {

    public sealed interface Part {
    }

    public record Words(String text) implements Part {
    }

    /** @param noun what a number counts, singular, or "singular/plural" */
    public record Value(Expression expression, Optional<String> noun) implements Part {
    }

    public record Optionally(Template inner) implements Part {
    }

    /** @throws IllegalArgumentException with the reason, when a name in it is not bound in the rule */
    public static Template parse(String text, Rule rule, Types types) {
        Scope scope = new Scope(types);
        for (Pattern pattern : rule.patterns()) {
            scope.enter(pattern.binding(), pattern.type());
        }
        scope.leave();
        try {
            return parse(text, scope, rule.place());
        } catch (LanguageFault fault) {
            throw new IllegalArgumentException("in \"" + text + "\": " + fault.getMessage());
        }
    }

    private static Template parse(String text, Scope scope, Place place) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int end = first == '{' ? text.indexOf('}', at) : first == '[' ? text.indexOf(']', at) : nextSpecial(text, at);
            if (end < 0 || first == '}' || first == ']') {
                throw new LanguageFault(place, "a brace or bracket has no partner.");
            }
            if (first == '{') {
                parts.add(value(text.substring(at + 1, end), scope, place));
            } else if (first == '[') {
                parts.add(new Optionally(parse(text.substring(at + 1, end), scope, place)));
            } else {
                parts.add(new Words(text.substring(at, end)));
            }
            at = first == '{' || first == '[' ? end + 1 : end;
        }
        return new Template(parts, parts.stream().flatMap(Template::fieldsOf).toList());
    }

    private static int nextSpecial(String text, int from) {
        int at = from;
        while (at < text.length() && !isSpecial(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpecial(char c) {
        return c == '{' || c == '}' || c == '[' || c == ']';
    }

    private static Value value(String inner, Scope scope, Place place) {
        int bar = inner.indexOf('|');
        String code = bar < 0 ? inner : inner.substring(0, bar);
        Cursor cursor = new Cursor(Lexer.tokens(place.file(), code));
        Expression expression = new ExpressionParser(cursor, scope).sum();
        if (!cursor.atEnd()) {
            throw new LanguageFault(place, "'" + inner + "' is more than a value.");
        }
        return new Value(expression, bar < 0 ? Optional.empty() : Optional.of(inner.substring(bar + 1)));
    }

    private static Stream<Expression.FieldOf> fieldsOf(Part part) {
        return part instanceof Value value ? value.expression().fields() : part instanceof Optionally optional ? optional.inner().fields().stream() : Stream.empty();
    }
}
