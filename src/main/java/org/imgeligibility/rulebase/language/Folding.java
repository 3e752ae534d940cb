package org.imgeligibility.rulebase.language;

import java.util.List;

/** Decides what is known of a condition once rows are chosen, and says the rest of it over slots. */
final class Folding {

    static final Expression.Literal YES = new Expression.Literal(true);
    static final Expression.Literal NO = new Expression.Literal(false);

    private final Slots slots;
    private final List<Instance> chosen;

    Folding(Slots slots, List<Instance> chosen) {
        this.slots = slots;
        this.chosen = chosen;
    }

    /** {@link #YES}, {@link #NO}, or what is left. */
    Expression of(Expression condition) {
        if (condition instanceof Expression.And and) {
            Expression left = of(and.left());
            return left == NO ? NO : joined(left, of(and.right()), YES, NO, true);
        } else if (condition instanceof Expression.Or or) {
            Expression left = of(or.left());
            return left == YES ? YES : joined(left, of(or.right()), NO, YES, false);
        } else if (!hangsOnSlots(condition)) {
            return Outlook.isYes(condition, chosen) ? YES : NO;
        }
        return lacksCell(condition) ? NO : over(condition);
    }

    private static Expression joined(Expression left, Expression right, Expression neutral, Expression decisive, boolean and) {
        if (left == neutral || right == decisive) {
            return right;
        } else if (right == neutral) {
            return left;
        }
        return and ? new Expression.And(left, right) : new Expression.Or(left, right);
    }

    private boolean hangsOnSlots(Expression part) {
        return part instanceof Expression.FieldOf field ? varies(field) : part.parts().stream().anyMatch(this::hangsOnSlots);
    }

    /** Whether a row has no value where the condition needs one, so that it is never true. */
    private boolean lacksCell(Expression part) {
        return part instanceof Expression.FieldOf field ? !varies(field) && value(field) == null : part.parts().stream().anyMatch(this::lacksCell);
    }

    private boolean varies(Expression.FieldOf field) {
        Instance instance = chosen.get(field.pattern());
        return slots.place(instance) >= 0 && instance.type().key().filter(field.field().name()::equals).isEmpty();
    }

    private Object value(Expression.FieldOf field) {
        return chosen.get(field.pattern()).value(field.field().name());
    }

    private Expression over(Expression part) {
        if (part instanceof Expression.FieldOf field) {
            return varies(field) ? new Expression.FieldOf(slots.place(chosen.get(field.pattern())), field.field()) : new Expression.Literal(value(field));
        } else if (part instanceof Expression.Moved e) {
            return new Expression.Moved(over(e.day()), e.method(), over(e.amount()));
        } else if (part instanceof Expression.DayOf e) {
            return new Expression.DayOf(over(e.year()), over(e.month()), over(e.day()));
        } else if (part instanceof Expression.Arithmetic e) {
            return new Expression.Arithmetic(e.operator(), over(e.left()), over(e.right()));
        } else if (part instanceof Expression.Comparison e) {
            return new Expression.Comparison(e.operator(), over(e.left()), over(e.right()));
        } else if (part instanceof Expression.Membership e) {
            return new Expression.Membership(over(e.item()), e.list().stream().map(this::over).toList(), e.negated(), e.keys());
        } else if (part instanceof Expression.Contains e) {
            return new Expression.Contains(over(e.list()), over(e.item()), e.negated());
        } else if (part instanceof Expression.Within e) {
            return new Expression.Within(over(e.list()), over(e.other()), e.negated());
        }
        return part;
    }
}
