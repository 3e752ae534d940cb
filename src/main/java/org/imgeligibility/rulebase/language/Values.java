package org.imgeligibility.rulebase.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Computes the value of an expression over matched facts; null where anything in it has no value. */
public final class Values {

    private Values() {
    }

    public static Object of(Expression expression, List<Instance> matched) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        } else if (expression instanceof Expression.FieldOf field) {
            return matched.get(field.pattern()).value(field.field().name());
        } else if (expression instanceof Expression.Moved moved) {
            return moved(moved, (LocalDate) of(moved.day(), matched), (Integer) of(moved.amount(), matched));
        } else if (expression instanceof Expression.DayOf day) {
            return day((Integer) of(day.year(), matched), (Integer) of(day.month(), matched), (Integer) of(day.day(), matched));
        } else if (expression instanceof Expression.Arithmetic sum) {
            return sum(sum, (Integer) of(sum.left(), matched), (Integer) of(sum.right(), matched));
        }
        throw new IllegalArgumentException("a condition has no value");
    }

    /** Whether a list has members and all of them stand in another; compiled rules call it too. */
    public static boolean within(List<?> list, List<?> other) {
        return !list.isEmpty() && other.containsAll(list);
    }

    static Integer sum(Expression.Arithmetic sum, Integer left, Integer right) {
        return left == null || right == null ? null : sum.operator().equals("+") ? left + right : Integer.valueOf(left - right);
    }

    static LocalDate moved(Expression.Moved moved, LocalDate day, Integer amount) {
        if (day == null || amount == null) {
            return null;
        }
        long by = moved.method().startsWith("minus") ? -amount : amount;
        return moved.method().endsWith("Days") ? day.plusDays(by) : moved.method().endsWith("Months") ? day.plusMonths(by) : day.plusYears(by);
    }

    static LocalDate day(Integer year, Integer month, Integer day) {
        try {
            return year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
