package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What patterns can match: every row there is, in force or not, and the empty instances of the slots. Where a pattern
 * names a value of a row chosen before it, or a constant, only the instances with that value are gone through. Safe for use
 * by many threads.
 */
public final class Candidates {

    private final Map<Type, List<Instance>> instances;
    private final Map<Named, Map<Object, List<Instance>>> byValue = new ConcurrentHashMap<>();

    private record Named(Type type, String field) {
    }

    public Candidates(Map<Type, List<Instance>> instances) {
        this.instances = instances;
    }

    /** Those that a pattern can match after others are chosen for the patterns before it, and perhaps more. */
    List<Instance> of(Pattern pattern, List<Instance> chosen) {
        for (Expression constraint : pattern.constraints()) {
            if (constraint instanceof Expression.Comparison c && c.operator().equals("==")) {
                Optional<List<Instance>> some = equal(c.left(), c.right(), pattern, chosen).or(() -> equal(c.right(), c.left(), pattern, chosen));
                if (some.isPresent()) {
                    return some.get();
                }
            }
        }
        return instances.getOrDefault(pattern.type(), List.of());
    }

    /** Empty where the one side is no field of the pattern, or the value of either is not yet known. */
    private Optional<List<Instance>> equal(Expression own, Expression other, Pattern pattern, List<Instance> chosen) {
        if (own instanceof Expression.FieldOf field && field.pattern() == chosen.size() && isFixed(pattern.type(), field)) {
            return value(other, chosen).map(value -> with(new Named(pattern.type(), field.field().name())).getOrDefault(value, List.of()));
        }
        return Optional.empty();
    }

    private static Optional<Object> value(Expression of, List<Instance> chosen) {
        Object value = null;
        if (of instanceof Expression.Literal literal) {
            value = literal.value();
        } else if (of instanceof Expression.FieldOf field && field.pattern() < chosen.size() && isFixed(chosen.get(field.pattern()).type(), field)) {
            value = chosen.get(field.pattern()).value(field.field().name());
        }
        return Optional.ofNullable(value).filter(some -> !isNumber(some));
    }

    /** Numbers can be equal without being the same: 3 and 3.0. */
    private static boolean isNumber(Object value) {
        return value instanceof Number;
    }

    /** Whether all evaluations have the same value there. */
    private static boolean isFixed(Type type, Expression.FieldOf field) {
        return type.kind() == Type.Kind.TABLE || type.key().filter(field.field().name()::equals).isPresent();
    }

    private Map<Object, List<Instance>> with(Named named) {
        return byValue.computeIfAbsent(named, any -> {
            Map<Object, List<Instance>> known = new HashMap<>();
            for (Instance instance : instances.getOrDefault(named.type(), List.of())) {
                known.computeIfAbsent(instance.value(named.field()), other -> new ArrayList<>()).add(instance);
            }
            return known;
        });
    }
}
