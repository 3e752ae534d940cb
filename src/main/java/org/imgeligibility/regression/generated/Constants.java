package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** What the rules compare the applicant's facts with, by the name of the type and field: "Exam.score". */
final class Constants {

    /** A move of a day as rules make it: {@code plusYears} by 7. */
    record Shift(String method, int amount) {
    }

    private final Policy policy;
    private final Map<String, Set<Object>> values = new HashMap<>();
    private final Map<String, Set<Shift>> shifts = new HashMap<>();
    private final Set<LocalDate> days = new TreeSet<>();

    Constants(Policy policy) {
        this.policy = policy;
        policy.rules().forEach(this::rule);
        policy.tables().values().stream().flatMap(table -> table.rows().stream()).flatMap(row -> row.fact().values().values().stream()).forEach(this::day);
    }

    /** Texts, numbers, days and lists that a field is compared with. */
    Collection<Object> of(String field) {
        return values.getOrDefault(field, Set.of());
    }

    /** How far rules move the days that a field is compared with. */
    List<Shift> shifts(String field) {
        return List.copyOf(shifts.getOrDefault(field, Set.of()));
    }

    /** Every day that rules begin or end on, or that stands in a table. */
    Collection<LocalDate> days() {
        return days;
    }

    private void day(Object value) {
        if (value instanceof LocalDate day) {
            days.add(day);
        }
    }

    private void rule(Rule rule) {
        Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add);
        for (Pattern pattern : rule.patterns()) {
            pattern.constraints().stream().flatMap(Constants::simple).forEach(constraint -> {
                Set<Object> constants = new LinkedHashSet<>();
                Set<Shift> moves = new LinkedHashSet<>();
                collect(rule, constraint, constants, moves);
                constants.forEach(this::day);
                constraint.fields().filter(field -> type(rule, field).kind() == Type.Kind.SECTION).map(field -> name(rule, field)).forEach(name -> {
                    values.computeIfAbsent(name, any -> new LinkedHashSet<>()).addAll(constants);
                    shifts.computeIfAbsent(name, any -> new LinkedHashSet<>()).addAll(moves);
                });
            });
        }
    }

    /** The conditions that "and" and "or" join. */
    private static Stream<Expression> simple(Expression constraint) {
        return constraint instanceof Expression.And || constraint instanceof Expression.Or ? constraint.parts().stream().flatMap(Constants::simple) : Stream.of(constraint);
    }

    private void collect(Rule rule, Expression part, Set<Object> constants, Set<Shift> moves) {
        if (part instanceof Expression.Literal literal && literal.value() != null) {
            constants.add(literal.value());
        } else if (part instanceof Expression.FieldOf field && type(rule, field).kind() == Type.Kind.TABLE) {
            constants.addAll(column(rule, field));
        } else if (part instanceof Expression.Moved moved) {
            Set<Object> amounts = new LinkedHashSet<>();
            collect(rule, moved.amount(), amounts, moves);
            amounts.stream().filter(Integer.class::isInstance).forEach(amount -> moves.add(new Shift(moved.method(), (Integer) amount)));
            collect(rule, moved.day(), constants, moves);
        } else {
            part.parts().forEach(inner -> collect(rule, inner, constants, moves));
        }
    }

    /** The values of a column in the rows that a pattern can match by itself. */
    private List<Object> column(Rule rule, Expression.FieldOf field) {
        Pattern pattern = rule.patterns().get(field.pattern());
        List<Expression> own = pattern.constraints().stream().filter(constraint -> constraint.fields().allMatch(used -> used.pattern() == field.pattern())).toList();
        List<Object> found = new ArrayList<>();
        for (Table.Row row : policy.tables().get(pattern.type().name()).rows()) {
            List<Instance> matched = java.util.Collections.nCopies(field.pattern() + 1, row.fact());
            Object value = row.fact().value(field.field().name());
            if (value != null && own.stream().allMatch(constraint -> Matching.holds(constraint, matched))) {
                found.add(value);
            }
        }
        return found;
    }

    private static Type type(Rule rule, Expression.FieldOf field) {
        return rule.patterns().get(field.pattern()).type();
    }

    private static String name(Rule rule, Expression.FieldOf field) {
        return type(rule, field).name() + "." + field.field().name();
    }

    /** Whether a value can stand in a field, its range aside. */
    static boolean fits(FieldType type, Object value) {
        if (type instanceof FieldType.Day) {
            return value instanceof LocalDate;
        } else if (type instanceof FieldType.OneOf of) {
            return of.choice(value).isPresent();
        } else if (type instanceof FieldType.ListOf list) {
            return value instanceof List<?> items && items.stream().allMatch(item -> list.of().choice(item).isPresent());
        }
        return type instanceof FieldType.Flag ? value instanceof Boolean : value instanceof Number;
    }
}
