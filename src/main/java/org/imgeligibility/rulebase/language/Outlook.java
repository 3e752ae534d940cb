package org.imgeligibility.rulebase.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a condition holds, cannot hold, or still could once more is known.
 *
 * @param waits the paths of the unknown facts it hangs on, empty unless {@code truth} is OPEN
 */
record Outlook(Truth truth, Set<String> waits) {

    enum Truth { NO, OPEN, YES }

    static final Outlook CLOSED = new Outlook(Truth.NO, Set.of());
    static final Outlook CERTAIN = new Outlook(Truth.YES, Set.of());

    static Outlook of(Expression condition, List<Instance> matched) {
        if (condition instanceof Expression.And and) {
            return of(and.left(), matched).and(of(and.right(), matched));
        } else if (condition instanceof Expression.Or or) {
            return of(or.left(), matched).or(of(or.right(), matched));
        }
        if (!lacks(condition, matched)) {
            return known(holds(condition, matched));
        }
        Set<String> waits = new HashSet<>();
        boolean comparable = isNullTest(condition) | read(condition, matched, waits);
        return !comparable ? CLOSED : waits.isEmpty() ? known(holds(condition, matched)) : new Outlook(Truth.OPEN, waits);
    }

    /** Whether a condition holds by what is known, which is quicker than to ask what else it could come to. */
    static boolean isYes(Expression condition, List<Instance> matched) {
        if (condition instanceof Expression.And and) {
            return isYes(and.left(), matched) && isYes(and.right(), matched);
        } else if (condition instanceof Expression.Or or) {
            return isYes(or.left(), matched) || isYes(or.right(), matched);
        }
        return lacks(condition, matched) ? isNullTest(condition) && of(condition, matched).truth == Truth.YES : holds(condition, matched);
    }

    private static boolean lacks(Expression part, List<Instance> matched) {
        if (part instanceof Expression.FieldOf field) {
            return matched.get(field.pattern()).value(field.field().name()) == null;
        }
        for (Expression inner : part.parts()) {
            if (lacks(inner, matched)) {
                return true;
            }
        }
        return false;
    }

    static boolean isNullTest(Expression condition) {
        return condition instanceof Expression.Comparison c && c.right() instanceof Expression.Literal literal && literal.value() == null;
    }

    /**
     * Collects the unknown facts in a condition.
     *
     * @return false where it compares a value that there is none of: an empty cell, or a fact whose absence means none
     */
    private static boolean read(Expression part, List<Instance> matched, Set<String> waits) {
        if (part instanceof Expression.FieldOf field) {
            Instance fact = matched.get(field.pattern());
            boolean unknown = fact.isUnknown(field.field());
            if (unknown) {
                waits.add(fact.prefix() + "/" + field.field().name());
            }
            return unknown || fact.value(field.field().name()) != null;
        }
        boolean complete = true;
        for (Expression inner : part.parts()) {
            complete &= read(inner, matched, waits);
        }
        return complete;
    }

    private static Outlook known(boolean holds) {
        return holds ? CERTAIN : CLOSED;
    }

    Outlook and(Outlook other) {
        if (truth == Truth.NO || other.truth == Truth.NO) {
            return CLOSED;
        }
        return truth == Truth.YES ? other : other.truth == Truth.YES ? this : new Outlook(Truth.OPEN, union(other));
    }

    private Outlook or(Outlook other) {
        if (truth == Truth.YES || other.truth == Truth.YES) {
            return CERTAIN;
        }
        return truth == Truth.NO ? other : other.truth == Truth.NO ? this : new Outlook(Truth.OPEN, union(other));
    }

    private Set<String> union(Outlook other) {
        return Stream.of(waits, other.waits).flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    }

    /** A condition over known values; a missing value in a table, or a "none", makes every comparison but a null test false. */
    private static boolean holds(Expression condition, List<Instance> matched) {
        if (condition instanceof Expression.Comparison c) {
            Object left = Values.of(c.left(), matched);
            Object right = Values.of(c.right(), matched);
            boolean nullTest = c.right() instanceof Expression.Literal literal && literal.value() == null;
            return nullTest ? (left == null) == c.operator().equals("==") : left != null && right != null && compares(c.operator(), left, right);
        } else if (condition instanceof Expression.Membership m) {
            Object item = Values.of(m.item(), matched);
            return item != null && m.list().stream().anyMatch(other -> item.equals(Values.of(other, matched))) != m.negated();
        } else if (condition instanceof Expression.Contains c) {
            Object list = Values.of(c.list(), matched);
            Object item = Values.of(c.item(), matched);
            return list != null && item != null && ((List<?>) list).contains(item) != c.negated();
        } else if (condition instanceof Expression.Within w) {
            Object list = Values.of(w.list(), matched);
            Object other = Values.of(w.other(), matched);
            return list != null && other != null && Values.within((List<?>) list, (List<?>) other) != w.negated();
        }
        throw new IllegalArgumentException("not a condition");
    }

    private static boolean compares(String operator, Object left, Object right) {
        int order = left instanceof Number a && right instanceof Number b ? Double.compare(a.doubleValue(), b.doubleValue())
                : compare(left, right);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
