package org.imgeligibility.regression.mutation;

import java.util.stream.Collectors;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Rule;

/** Writes a condition as it stands in a rule file. */
final class Written {

    private final Rule rule;
    private final int own;

    /** @param own the pattern it stands in, whose fields need no name before them */
    Written(Rule rule, int own) {
        this.rule = rule;
        this.own = own;
    }

    String of(Expression part) {
        if (part instanceof Expression.Literal literal) {
            return literal.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(literal.value());
        } else if (part instanceof Expression.FieldOf field) {
            String binding = field.pattern() == own ? "" : rule.patterns().get(field.pattern()).binding().map(name -> name + ".").orElse("");
            return binding + field.field().name();
        } else if (part instanceof Expression.Moved moved) {
            return of(moved.day()) + "." + moved.method() + "(" + of(moved.amount()) + ")";
        } else if (part instanceof Expression.DayOf day) {
            return "LocalDate.of(" + of(day.year()) + ", " + of(day.month()) + ", " + of(day.day()) + ")";
        } else if (part instanceof Expression.Arithmetic sum) {
            return of(sum.left()) + " " + sum.operator() + " " + of(sum.right());
        }
        return test(part);
    }

    private String test(Expression part) {
        if (part instanceof Expression.Comparison c) {
            return of(c.left()) + " " + c.operator() + " " + of(c.right());
        } else if (part instanceof Expression.Membership in) {
            return of(in.item()) + (in.negated() ? " not in (" : " in (") + in.list().stream().map(this::of).collect(Collectors.joining(", ")) + ")";
        } else if (part instanceof Expression.Contains c) {
            return of(c.list()) + (c.negated() ? " not contains " : " contains ") + of(c.item());
        } else if (part instanceof Expression.Within w) {
            return of(w.list()) + (w.negated() ? " not within " : " within ") + of(w.other());
        } else if (part instanceof Expression.And and) {
            return within(and.left()) + " && " + within(and.right());
        }
        Expression.Or or = (Expression.Or) part;
        return of(or.left()) + " || " + of(or.right());
    }

    private String within(Expression part) {
        return part instanceof Expression.Or ? "(" + of(part) + ")" : of(part);
    }
}
