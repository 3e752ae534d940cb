package org.imgeligibility.secondopinion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;

/** Reads the conditions of a rule as the editors' guide explains them: a condition on what is not known is never true. */
record PlainReading(List<Instance> facts) {

    boolean holds(Expression condition) {
        if (condition instanceof Expression.And both) {
            return holds(both.left()) && holds(both.right());
        } else if (condition instanceof Expression.Or either) {
            return holds(either.left()) || holds(either.right());
        } else if (condition instanceof Expression.Comparison comparison) {
            return asksWhetherKnown(comparison) ? value(comparison.left()).isPresent() == comparison.operator().equals("!=")
                    : known(comparison.left(), comparison.right(), (left, right) -> order(comparison.operator()).test(compare(left, right)));
        } else if (condition instanceof Expression.Membership membership) {
            return isMember(membership);
        } else if (condition instanceof Expression.Contains contains) {
            return known(contains.list(), contains.item(), (list, item) -> ((List<?>) list).contains(item) != contains.negated());
        } else if (condition instanceof Expression.Within within) {
            return known(within.list(), within.other(), (list, other) -> isWithin((List<?>) list, (List<?>) other) != within.negated());
        }
        throw new IllegalArgumentException("not a condition: " + condition);
    }

    private static boolean asksWhetherKnown(Expression.Comparison comparison) {
        return comparison.right() instanceof Expression.Literal written && written.value() == null;
    }

    /** Every member of the list must be known too, whichever of them the value is compared with first. */
    private boolean isMember(Expression.Membership membership) {
        List<Optional<Object>> members = membership.list().stream().map(this::value).toList();
        Optional<Object> item = value(membership.item());
        return item.isPresent() && members.stream().allMatch(Optional::isPresent) && members.contains(item) != membership.negated();
    }

    private static boolean isWithin(List<?> list, List<?> other) {
        return !list.isEmpty() && list.stream().allMatch(other::contains);
    }

    private boolean known(Expression one, Expression other, BiPredicate<Object, Object> test) {
        Optional<Object> left = value(one);
        Optional<Object> right = value(other);
        return left.isPresent() && right.isPresent() && test.test(left.get(), right.get());
    }

    private static IntPredicate order(String operator) {
        return switch (operator) {
            case "==" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case ">" -> order -> order > 0;
            case "<=" -> order -> order <= 0;
            case ">=" -> order -> order >= 0;
            default -> throw new IllegalArgumentException("no comparison: " + operator);
        };
    }

    private static int compare(Object left, Object right) {
        if (left instanceof Integer one && right instanceof Integer other) {
            return Integer.compare(one, other);
        } else if (left instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        } else if (left instanceof LocalDate day) {
            return Long.compare(day.toEpochDay(), ((LocalDate) right).toEpochDay());
        }
        return left.equals(right) ? 0 : left.toString().compareTo(right.toString());
    }

    private Optional<Object> value(Expression expression) {
        if (expression instanceof Expression.Literal written) {
            return Optional.ofNullable(written.value());
        } else if (expression instanceof Expression.FieldOf field) {
            return Optional.ofNullable(facts.get(field.pattern()).value(field.field().name()));
        } else if (expression instanceof Expression.Arithmetic sum) {
            return number(sum.left()).flatMap(left -> number(sum.right()).map(right -> sum.operator().equals("-") ? Math.subtractExact(left, right) : Math.addExact(left, right)));
        } else if (expression instanceof Expression.DayOf date) {
            return number(date.year()).flatMap(year -> number(date.month()).flatMap(month -> number(date.day()).map(day -> LocalDate.of(year, month, day))));
        } else if (expression instanceof Expression.Moved moved) {
            return value(moved.day()).flatMap(day -> number(moved.amount()).map(amount -> ((LocalDate) day).plus(period(moved.method(), amount))));
        }
        throw new IllegalArgumentException("not a value: " + expression);
    }

    private Optional<Integer> number(Expression expression) {
        return value(expression).map(Integer.class::cast);
    }

    private static Period period(String method, int amount) {
        return switch (method) {
            case "plusDays" -> Period.ofDays(amount);
            case "plusMonths" -> Period.ofMonths(amount);
            case "plusYears" -> Period.ofYears(amount);
            case "minusDays" -> Period.ofDays(-amount);
            case "minusMonths" -> Period.ofMonths(-amount);
            case "minusYears" -> Period.ofYears(-amount);
            default -> throw new IllegalArgumentException("no way to move a day: " + method);
        };
    }
}
