package org.imgeligibility.rulebase.language;

import java.time.Month;
import java.util.List;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Suggestion;

/** Refuses what would compare apples with days, or take an unknown fact for a reason. */
final class TypeCheck {

    private TypeCheck() {
    }

    static Expression comparison(Place place, Expression.Comparison comparison) {
        if (isNull(comparison.right())) {
            return nullTest(place, comparison);
        }
        noNull(place, comparison.left());
        same(place, comparison.left(), comparison.right());
        boolean orders = !comparison.operator().equals("==") && !comparison.operator().equals("!=");
        if (orders && !(isNumber(comparison.left().type()) || comparison.left().type() instanceof FieldType.Day)) {
            throw new LanguageFault("type-mismatch", place, "Only numbers and days have an order; use == or in.");
        }
        return comparison;
    }

    private static Expression nullTest(Place place, Expression.Comparison comparison) {
        if (!(comparison.left() instanceof Expression.FieldOf field) || comparison.operator().length() != 2 || comparison.operator().matches("[<>]=")) {
            throw new LanguageFault("type-mismatch", place, "null can only be compared with a field, by == or !=.");
        }
        return comparison;
    }

    static Expression membership(Place place, Expression.Membership membership) {
        noNull(place, membership.item());
        membership.list().forEach(item -> {
            noNull(place, item);
            same(place, membership.item(), item);
        });
        return membership;
    }

    static Expression contains(Place place, Expression.Contains contains) {
        if (!(contains.list().type() instanceof FieldType.ListOf list)) {
            throw new LanguageFault("type-mismatch", place, "Only a list can contain something.");
        }
        noNull(place, contains.item());
        checkChoice(place, list.of(), contains.item());
        return contains;
    }

    static Expression within(Place place, Expression.Within within) {
        if (!(within.list().type() instanceof FieldType.ListOf list) || !(within.other().type() instanceof FieldType.ListOf other)
                || !list.of().name().equals(other.of().name())) {
            throw new LanguageFault("type-mismatch", place, "within compares two lists of the same kind.");
        }
        return within;
    }

    private static void noNull(Place place, Expression value) {
        if (isNull(value)) {
            throw new LanguageFault("type-mismatch", place, "null can only stand on the right of a field, after == or !=.");
        }
    }

    /** Month and day of month are written out, so that every year has that day. */
    static Expression day(Place place, Expression.DayOf day) {
        boolean written = day.month() instanceof Expression.Literal month && month.value() instanceof Integer m && m >= 1 && m <= 12
                && day.day() instanceof Expression.Literal dayOfMonth && dayOfMonth.value() instanceof Integer d && d >= 1 && d <= (m == 2 ? 28 : Month.of(m).maxLength());
        if (!written || !(day.year().type() instanceof FieldType.WholeNumber)) {
            throw new LanguageFault("type-mismatch", place, "LocalDate.of takes a whole number for the year, and a month and a day that every year has.");
        }
        return day;
    }

    static Expression arithmetic(Place place, Expression.Arithmetic sum) {
        for (Expression part : List.of(sum.left(), sum.right())) {
            if (!(part.type() instanceof FieldType.WholeNumber)) {
                throw new LanguageFault("type-mismatch", place, "Only whole numbers can be added or subtracted. Move a day by plusMonths(...) and its like.");
            }
        }
        return sum;
    }

    static Expression moved(Place place, Expression.Moved moved) {
        if (!(moved.day().type() instanceof FieldType.Day) || !(moved.amount().type() instanceof FieldType.WholeNumber)) {
            throw new LanguageFault("type-mismatch", place, moved.method() + " moves a day by a whole number.");
        }
        return moved;
    }

    private static void same(Place place, Expression left, Expression right) {
        if (left.type() instanceof FieldType.OneOf choices) {
            checkChoice(place, choices, right);
        } else if (right.type() instanceof FieldType.OneOf choices && right instanceof Expression.FieldOf) {
            checkChoice(place, choices, left);
        } else if (!(isNumber(left.type()) && isNumber(right.type())) && !left.type().getClass().equals(right.type().getClass())) {
            throw new LanguageFault("type-mismatch", place, "These two cannot be compared: " + kind(left.type()) + " and " + kind(right.type()) + ".");
        }
    }

    private static void checkChoice(Place place, FieldType.OneOf choices, Expression other) {
        if (other instanceof Expression.Literal literal && literal.value() instanceof String id) {
            if (choices.choice(id).isEmpty()) {
                List<String> ids = choices.choices().stream().map(Choice::id).toList();
                throw new LanguageFault("unknown-choice", place, choices.name() + " has no choice '" + id + "'." + Suggestion.maybe(id, ids));
            }
        } else if (other.type() instanceof FieldType.OneOf others ? !others.name().equals(choices.name()) : !(other.type() instanceof FieldType.Text)) {
            throw new LanguageFault("type-mismatch", place, "A choice of " + choices.name() + " cannot be compared with " + kind(other.type()) + ".");
        }
    }

    /** A test for absence is a reason only where absence says something. */
    static void absence(Scope scope, Place place, Expression constraint) {
        if (constraint instanceof Expression.Comparison c && isNull(c.right()) && c.operator().equals("==")) {
            Field field = ((Expression.FieldOf) c.left()).field();
            if (scope.typeOf((Expression.FieldOf) c.left()).kind() == Type.Kind.SECTION && !field.absentMeansNone()) {
                throw new LanguageFault("unknown-as-reason", place, "'" + field.name() + " == null' would take an unknown fact for a reason. Test what is known.");
            }
        }
        constraint.parts().forEach(part -> absence(scope, place, part));
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() == null;
    }

    private static boolean isNumber(FieldType type) {
        return type instanceof FieldType.WholeNumber || type instanceof FieldType.Decimal;
    }

    private static String kind(FieldType type) {
        return type instanceof FieldType.Day ? "a day" : isNumber(type) ? "a number" : type instanceof FieldType.Flag ? "true or false"
                : type instanceof FieldType.ListOf ? "a list" : type instanceof FieldType.OneOf of ? "a choice of " + of.name() : "a text";
    }
}
