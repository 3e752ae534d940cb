package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.imgeligibility.facts.Field;

/**
 * Everything that differs from one evaluation to the next, each at a fixed place: the day first, then every section
 * of the applicant, an entry of a list by its key.
 */
public final class Slots {

    private final List<Type> types;
    private final List<Instance> empty;
    private final Map<Instance, Integer> places = new IdentityHashMap<>();
    private final List<Map<String, Integer>> columns = new ArrayList<>();
    private final Object[] unknown;
    private final Expression.FieldOf day;

    /** @param unknown the day and the sections of an applicant of whom nothing is known */
    public Slots(Map<Type, List<Instance>> unknown) {
        this.types = unknown.keySet().stream().filter(type -> type.kind() != Type.Kind.TABLE)
                .sorted(Comparator.comparing(Type::kind, Comparator.comparing(kind -> kind == Type.Kind.SECTION)).thenComparing(Type::name)).toList();
        this.empty = filled(unknown::get);
        empty.forEach(instance -> places.put(instance, places.size()));
        List<Object> row = new ArrayList<>();
        for (Instance instance : empty) {
            Map<String, Integer> ofFields = new HashMap<>();
            for (Field field : instance.type().fields()) {
                ofFields.put(field.name(), row.size());
                row.add(instance.value(field.name()));
            }
            columns.add(ofFields);
        }
        this.unknown = row.toArray();
        this.day = new Expression.FieldOf(0, types.get(0).fields().get(0));
    }

    /** The instances of one evaluation, each at its place. */
    public List<Instance> filled(Function<Type, List<Instance>> instances) {
        List<Instance> filled = new ArrayList<>(places.size());
        for (Type type : types) {
            filled.addAll(instances.apply(type));
        }
        return filled;
    }

    /** Where a field of a slot stands in a row of values. */
    int column(Expression.FieldOf field) {
        return columns.get(field.pattern()).get(field.field().name());
    }

    /** A condition that a value is this one. */
    public record Constant(int column, Object value) {
    }

    /** The constant that a condition compares a field with, if it is no more than that. */
    public Optional<Constant> constant(Expression condition) {
        if (condition instanceof Expression.Comparison c && c.operator().equals("==")) {
            return constant(c.left(), c.right()).or(() -> constant(c.right(), c.left()));
        }
        return Optional.empty();
    }

    /** Numbers are left out: 3 and 3.0 are equal, but not the same. */
    private Optional<Constant> constant(Expression value, Expression other) {
        return value instanceof Expression.FieldOf field && other instanceof Expression.Literal literal && literal.value() != null && !(literal.value() instanceof Number)
                ? Optional.of(new Constant(column(field), literal.value())) : Optional.empty();
    }

    /** All values of an evaluation in one row; its instances that are the empty ones cost nothing. */
    public Object[] row(List<Instance> filled) {
        Object[] row = unknown.clone();
        for (int slot = 0; slot < filled.size(); slot++) {
            Instance instance = filled.get(slot);
            if (instance != empty.get(slot)) {
                columns.get(slot).forEach((field, column) -> row[column] = instance.value(field));
            }
        }
        return row;
    }

    /** The empty instances that stand for those of an evaluation. */
    public List<Instance> empty() {
        return empty;
    }

    /** The place of an empty instance; -1 for a table row. */
    int place(Instance instance) {
        return places.getOrDefault(instance, -1);
    }

    /** The day of the evaluation. */
    Expression.FieldOf day() {
        return day;
    }
}
