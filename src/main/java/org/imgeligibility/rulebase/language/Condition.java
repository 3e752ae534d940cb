package org.imgeligibility.rulebase.language;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A condition over slots, made ready to be tested many times: it holds where {@link Matching#holds} says so.
 * Values stand in one row, as {@link Slots#row} lays them.
 */
@FunctionalInterface
public interface Condition {

    boolean holds(Object[] row);

    /** @param slots where the fields of the condition stand */
    static Condition of(Expression condition, Slots slots) {
        if (condition instanceof Expression.And and) {
            Condition left = of(and.left(), slots);
            Condition right = of(and.right(), slots);
            return row -> left.holds(row) && right.holds(row);
        } else if (condition instanceof Expression.Or or) {
            Condition left = of(or.left(), slots);
            Condition right = of(or.right(), slots);
            return row -> left.holds(row) || right.holds(row);
        } else if (condition instanceof Expression.Comparison c) {
            return Outlook.isNullTest(c) ? nullTest(c, slots) : comparison(c, slots);
        } else if (condition instanceof Expression.Membership m) {
            return membership(m, slots);
        } else if (condition instanceof Expression.Contains c) {
            Value list = Value.of(c.list(), slots);
            Value item = Value.of(c.item(), slots);
            return row -> list.in(row) instanceof List<?> known && item.in(row) != null && known.contains(item.in(row)) != c.negated();
        } else if (condition instanceof Expression.Within w) {
            Value list = Value.of(w.list(), slots);
            Value other = Value.of(w.other(), slots);
            return row -> list.in(row) instanceof List<?> some && other.in(row) instanceof List<?> all && Values.within(some, all) != w.negated();
        }
        throw new IllegalArgumentException("not a condition");
    }

    /** Holds where all of several do. */
    static Condition all(List<Condition> several) {
        Condition[] all = several.toArray(Condition[]::new);
        return row -> {
            for (Condition one : all) {
                if (!one.holds(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Of what may still turn out to have a value, nobody knows that there is none. */
    private static Condition nullTest(Expression.Comparison c, Slots slots) {
        Value value = Value.of(c.left(), slots);
        if (c.operator().equals("!=")) {
            return row -> value.in(row) != null;
        }
        int[] unknown = c.left().fields().filter(field -> !field.field().absentMeansNone()).mapToInt(slots::column).toArray();
        return row -> value.in(row) == null && !lacks(row, unknown);
    }

    private static boolean lacks(Object[] row, int[] columns) {
        for (int column : columns) {
            if (row[column] == null) {
                return true;
            }
        }
        return false;
    }

    private static Condition membership(Expression.Membership m, Slots slots) {
        Value item = Value.of(m.item(), slots);
        boolean negated = m.negated();
        if (m.list().stream().allMatch(Expression.Literal.class::isInstance)) {
            Set<Object> list = new HashSet<>(m.list().stream().map(one -> ((Expression.Literal) one).value()).toList());
            return row -> {
                Object known = item.in(row);
                return known != null && list.contains(known) != negated;
            };
        }
        List<Value> list = m.list().stream().map(one -> Value.of(one, slots)).toList();
        int[] columns = m.fields().mapToInt(slots::column).toArray();
        return row -> {
            Object known = item.in(row);
            return known != null && !lacks(row, columns) && list.stream().anyMatch(one -> known.equals(one.in(row))) != negated;
        };
    }

    private static Condition comparison(Expression.Comparison c, Slots slots) {
        if (c.left() instanceof Expression.FieldOf field && c.right() instanceof Expression.Literal literal && literal.value() instanceof Integer bound) {
            return bounded(slots.column(field), c.operator(), bound);
        }
        IntPredicate wanted = wanted(c.operator());
        Value left = Value.of(c.left(), slots);
        Value right = Value.of(c.right(), slots);
        return row -> {
            Object one = left.in(row);
            Object other = one == null ? null : right.in(row);
            return other != null && wanted.test(order(one, other));
        };
    }

    /** A number against one that is given: what most conditions are, so that each has a way of its own. */
    private static Condition bounded(int column, String operator, int bound) {
        return switch (operator) {
            case "==" -> row -> row[column] != null && order(row[column], bound) == 0;
            case "!=" -> row -> row[column] != null && order(row[column], bound) != 0;
            case "<" -> row -> row[column] != null && order(row[column], bound) < 0;
            case "<=" -> row -> row[column] != null && order(row[column], bound) <= 0;
            case ">" -> row -> row[column] != null && order(row[column], bound) > 0;
            default -> row -> row[column] != null && order(row[column], bound) >= 0;
        };
    }

    private static int order(Object value, int bound) {
        return value instanceof Integer whole ? Integer.compare(whole, bound) : Double.compare(((Number) value).doubleValue(), bound);
    }

    private static IntPredicate wanted(String operator) {
        return switch (operator) {
            case "==" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        if (left instanceof LocalDate day && right instanceof LocalDate other) {
            return day.compareTo(other);
        } else if (left instanceof Number one && right instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** A value in a row; null where anything in it has none. */
    @FunctionalInterface
    interface Value {

        Object in(Object[] row);

        static Value of(Expression expression, Slots slots) {
            if (expression instanceof Expression.Literal literal) {
                Object value = literal.value();
                return row -> value;
            } else if (expression instanceof Expression.FieldOf field) {
                int column = slots.column(field);
                return row -> row[column];
            } else if (expression instanceof Expression.Moved moved) {
                Value day = of(moved.day(), slots);
                Value amount = of(moved.amount(), slots);
                return row -> Values.moved(moved, (LocalDate) day.in(row), (Integer) amount.in(row));
            } else if (expression instanceof Expression.DayOf day) {
                Value year = of(day.year(), slots);
                Value month = of(day.month(), slots);
                Value ofMonth = of(day.day(), slots);
                return row -> Values.day((Integer) year.in(row), (Integer) month.in(row), (Integer) ofMonth.in(row));
            } else if (expression instanceof Expression.Arithmetic sum) {
                Value left = of(sum.left(), slots);
                Value right = of(sum.right(), slots);
                return row -> Values.sum(sum, (Integer) left.in(row), (Integer) right.in(row));
            }
            throw new IllegalArgumentException("a condition has no value");
        }
    }
}
