package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;

/** A part of a constraint or of a sentence, names resolved. Patterns are referred to by their position in the rule. */
public sealed interface Expression {

    /** A text, Integer, Double, Boolean, or null; a choice is its id. */
    record Literal(Object value) implements Expression {
    }

    record FieldOf(int pattern, Field field) implements Expression {
    }

    /** A day moved by a number of days, months or years: {@code method} as in LocalDate. */
    record Moved(Expression day, String method, Expression amount) implements Expression {
    }

    /** The day of a year, month and day of month. */
    record DayOf(Expression year, Expression month, Expression day) implements Expression {
    }

    /** A sum or difference of whole numbers. */
    record Arithmetic(String operator, Expression left, Expression right) implements Expression {
    }

    record Comparison(String operator, Expression left, Expression right) implements Expression {
    }

    /** @param keys whether the list is all the keys of a table */
    record Membership(Expression item, List<Expression> list, boolean negated, boolean keys) implements Expression {
    }

    record Contains(Expression list, Expression item, boolean negated) implements Expression {
    }

    /** The first list has members and all of them stand in the second; negated: it has none, or one that does not. */
    record Within(Expression list, Expression other, boolean negated) implements Expression {
    }

    record And(Expression left, Expression right) implements Expression {
    }

    record Or(Expression left, Expression right) implements Expression {
    }

    /** The direct parts. */
    default List<Expression> parts() {
        if (this instanceof Moved e) {
            return List.of(e.day(), e.amount());
        } else if (this instanceof DayOf e) {
            return List.of(e.year(), e.month(), e.day());
        } else if (this instanceof Arithmetic e) {
            return List.of(e.left(), e.right());
        } else if (this instanceof Comparison e) {
            return List.of(e.left(), e.right());
        } else if (this instanceof Membership e) {
            return Stream.concat(Stream.of(e.item()), e.list().stream()).toList();
        } else if (this instanceof Contains e) {
            return List.of(e.list(), e.item());
        } else if (this instanceof Within e) {
            return List.of(e.list(), e.other());
        } else if (this instanceof And e) {
            return List.of(e.left(), e.right());
        } else if (this instanceof Or e) {
            return List.of(e.left(), e.right());
        }
        return List.of();
    }

    /** Every field read anywhere in it. */
    default Stream<FieldOf> fields() {
        List<FieldOf> found = new ArrayList<>();
        collect(this, found);
        return found.stream();
    }

    private static void collect(Expression of, List<FieldOf> found) {
        if (of instanceof FieldOf field) {
            found.add(field);
        } else {
            of.parts().forEach(part -> collect(part, found));
        }
    }

    /** What its value is, as far as sentences need to know: choices have titles. */
    default FieldType type() {
        if (this instanceof FieldOf field) {
            return field.field().type();
        } else if (this instanceof Moved || this instanceof DayOf) {
            return new FieldType.Day();
        } else if (this instanceof Arithmetic) {
            return new FieldType.WholeNumber(null, null);
        } else if (this instanceof Literal literal) {
            return typeOf(literal.value());
        }
        return new FieldType.Flag();
    }

    private static FieldType typeOf(Object value) {
        return value instanceof Integer ? new FieldType.WholeNumber(null, null)
                : value instanceof Double ? new FieldType.Decimal(null, null)
                : value instanceof Boolean ? new FieldType.Flag() : new FieldType.Text();
    }
}
