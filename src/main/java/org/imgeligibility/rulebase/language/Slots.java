package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that differs from one evaluation to the next, each at a fixed place: the day first, then every section
 * of the applicant, an entry of a list by its key.
 */
public final class Slots {

    private final List<Type> types;
    private final List<Instance> empty;
    private final Map<Instance, Integer> places = new IdentityHashMap<>();
    private final Expression.FieldOf day;

    /** @param unknown the day and the sections of an applicant of whom nothing is known */
    public Slots(Map<Type, List<Instance>> unknown) {
        this.types = unknown.keySet().stream().filter(type -> type.kind() != Type.Kind.TABLE)
                .sorted(Comparator.comparing(Type::kind, Comparator.comparing(kind -> kind == Type.Kind.SECTION)).thenComparing(Type::name)).toList();
        this.empty = filled(unknown);
        empty.forEach(instance -> places.put(instance, places.size()));
        this.day = new Expression.FieldOf(0, types.get(0).fields().get(0));
    }

    /** The instances of one evaluation, each at its place. */
    public List<Instance> filled(Map<Type, List<Instance>> instances) {
        List<Instance> filled = new ArrayList<>();
        types.forEach(type -> filled.addAll(instances.get(type)));
        return filled;
    }

    /** The empty instances that stand for those of an evaluation. */
    List<Instance> empty() {
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
