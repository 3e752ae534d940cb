package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Values;

/** The values of one fact about which the conditions of rules turn: at what it is compared with, beside it, and far off. */
final class Turns {

    private static final int MANY = 5;

    private final Vocabulary.Slot slot;
    private final LocalDate day;
    private final Set<Object> values = new LinkedHashSet<>();
    private boolean boundUp;

    Turns(Vocabulary.Slot slot, LocalDate day) {
        this.slot = slot;
        this.day = day;
    }

    /** Adds those of a rule over the facts it looks at. */
    void at(Rule rule, List<Instance> facts) {
        for (Pattern pattern : rule.patterns()) {
            pattern.constraints().forEach(constraint -> condition(constraint, facts));
        }
    }

    private void condition(Expression condition, List<Instance> facts) {
        if (condition instanceof Expression.And || condition instanceof Expression.Or) {
            condition.parts().forEach(part -> condition(part, facts));
        } else if (condition.fields().anyMatch(field -> isAsked(field, facts))) {
            boundUp |= condition.fields().anyMatch(field -> !isAsked(field, facts) && facts.get(field.pattern()).isUnknown(field.field()));
            simple(condition, facts);
        }
    }

    /** Whether a condition compares the fact with another that is unknown too, so that no two values come to the same. */
    boolean isBoundUp() {
        return boundUp;
    }

    private boolean isAsked(Expression.FieldOf field, List<Instance> facts) {
        return field.field().name().equals(slot.field().name()) && facts.get(field.pattern()).prefix().equals(slot.prefix());
    }

    private void simple(Expression condition, List<Instance> facts) {
        if (condition instanceof Expression.Comparison comparison) {
            solve(comparison.left(), Values.of(comparison.right(), facts), facts);
            solve(comparison.right(), Values.of(comparison.left(), facts), facts);
        } else if (condition instanceof Expression.Membership in) {
            in.list().forEach(item -> solve(in.item(), Values.of(item, facts), facts));
        } else if (condition instanceof Expression.Contains contains) {
            list(contains.list(), Values.of(contains.item(), facts), facts);
            each(Values.of(contains.list(), facts), item -> solve(contains.item(), item, facts));
        } else if (condition instanceof Expression.Within within) {
            each(Values.of(within.other(), facts), item -> list(within.list(), item, facts));
        }
    }

    private static void each(Object list, java.util.function.Consumer<Object> use) {
        if (list instanceof List<?> items) {
            items.forEach(use);
        }
    }

    private void list(Expression list, Object item, List<Instance> facts) {
        if (item != null && list instanceof Expression.FieldOf field && isAsked(field, facts)) {
            values.add(List.of(item));
        }
    }

    /** Adds what the fact must be for an expression to come to a value. */
    private void solve(Expression part, Object value, List<Instance> facts) {
        if (value == null) {
            return;
        } else if (part instanceof Expression.FieldOf field && isAsked(field, facts)) {
            values.add(value);
        } else if (part instanceof Expression.Moved moved && Values.of(moved.amount(), facts) instanceof Integer amount) {
            String opposite = moved.method().startsWith("plus") ? moved.method().replace("plus", "minus") : moved.method().replace("minus", "plus");
            solve(moved.day(), Values.of(new Expression.Moved(new Expression.Literal(value), opposite, new Expression.Literal(amount)), facts), facts);
        } else if (part instanceof Expression.Arithmetic sum && value instanceof Integer whole) {
            boolean plus = sum.operator().equals("+");
            if (Values.of(sum.right(), facts) instanceof Integer right) {
                solve(sum.left(), plus ? whole - right : whole + right, facts);
            }
            if (Values.of(sum.left(), facts) instanceof Integer left) {
                solve(sum.right(), plus ? whole - left : left - whole, facts);
            }
        } else if (part instanceof Expression.DayOf made && value instanceof LocalDate date) {
            solve(made.year(), date.getYear(), facts);
        }
    }

    /** All of them, with neighbours, and a value that no condition speaks of. */
    List<Object> values() {
        FieldType type = slot.field().type();
        if (type instanceof FieldType.Flag) {
            return List.of(true, false);
        } else if (type instanceof FieldType.Day) {
            return days();
        } else if (type instanceof FieldType.WholeNumber whole) {
            return numbers(whole.min(), whole.max(), false);
        } else if (type instanceof FieldType.Decimal decimal) {
            return numbers(decimal.min(), decimal.max(), true);
        } else if (type instanceof FieldType.OneOf of) {
            return choices(of);
        } else if (type instanceof FieldType.ListOf list) {
            return lists(list.of());
        }
        return values.isEmpty() ? List.of("-") : List.copyOf(values);
    }

    private List<Object> days() {
        Set<Object> all = new LinkedHashSet<>();
        values.stream().filter(LocalDate.class::isInstance).map(LocalDate.class::cast).forEach(value -> all.addAll(List.of(value, value.minusDays(1), value.plusDays(1))));
        all.addAll(List.of(day, day.minusDays(1), day.plusDays(1)));
        return List.copyOf(all);
    }

    private List<Object> numbers(Integer min, Integer max, boolean fractions) {
        Set<Object> all = new LinkedHashSet<>();
        for (Object value : values) {
            double number = ((Number) value).doubleValue();
            for (double by : fractions ? new double[] {0, -1, 1, -0.5, 0.5} : new double[] {0, -1, 1}) {
                add(all, number + by, min, max, fractions);
            }
        }
        add(all, min == null ? 0 : min, min, max, fractions);
        add(all, max == null ? 1000 : max, min, max, fractions);
        return List.copyOf(all);
    }

    private static void add(Set<Object> all, double number, Integer min, Integer max, boolean fraction) {
        if ((min == null || number >= min) && (max == null || number <= max)) {
            all.add(fraction ? (Object) number : Integer.valueOf((int) number));
        }
    }

    private List<Object> choices(FieldType.OneOf of) {
        List<Object> all = new ArrayList<>(values.stream().filter(value -> of.choice(value).isPresent()).toList());
        of.choices().stream().map(Choice::id).filter(id -> !all.contains(id)).limit(2).toList().forEach(all::add);
        return all;
    }

    private static Object first(Object list) {
        return ((List<?>) list).get(0);
    }

    private List<Object> lists(FieldType.OneOf of) {
        List<Object> all = new ArrayList<>(values);
        all.add(List.of());
        if (values.size() <= MANY) {
            values.forEach(one -> values.stream().filter(other -> one.toString().compareTo(other.toString()) < 0).forEach(other -> all.add(List.of(first(one), first(other)))));
        }
        of.choices().stream().map(Choice::id).filter(id -> !values.contains(List.of(id))).findFirst().ifPresent(other -> {
            all.add(List.of(other));
            values.forEach(value -> all.add(List.of(first(value), other)));
        });
        return all;
    }
}
