package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which values of unknown facts the known facts exclude, by the rules that refuse contradictory input: whoever is
 * known to have graduated cannot turn out to be a student.
 */
public final class Contradictions {

    private final List<Rule> refusals;
    private final Map<Type, List<Instance>> instances;
    private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

    public Contradictions(List<Rule> refusals, Map<Type, List<Instance>> instances) {
        this.refusals = refusals;
        this.instances = instances;
    }

    /** Whether a rule could match these facts only by a value that would be refused. */
    boolean exclude(Rule rule, List<Instance> matched) {
        return !refusals.isEmpty() && rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).anyMatch(constraint -> excluded(constraint, matched));
    }

    private boolean excluded(Expression constraint, List<Instance> matched) {
        if (constraint instanceof Expression.Comparison c && c.operator().equals("==")) {
            return c.left() instanceof Expression.FieldOf field && allRefused(field, List.of(c.right()), matched);
        }
        return constraint instanceof Expression.Membership m && !m.negated() && m.item() instanceof Expression.FieldOf field
                && allRefused(field, m.list(), matched);
    }

    private boolean allRefused(Expression.FieldOf field, List<Expression> values, List<Instance> matched) {
        Instance fact = matched.get(field.pattern());
        return fact.isUnknown(field.field())
                && values.stream().map(value -> Values.of(value, matched)).allMatch(value -> value != null && isRefused(fact, field.field().name(), value));
    }

    private boolean isRefused(Instance fact, String field, Object value) {
        return known.computeIfAbsent(List.of(fact.prefix(), field, value), any -> search(fact, field, value));
    }

    private boolean search(Instance fact, String field, Object value) {
        Map<String, Object> values = new HashMap<>(fact.values());
        values.put(field, value);
        Instance assumed = new Instance(fact.type(), fact.prefix(), values);
        return refusals.stream().filter(rule -> rule.patterns().stream().anyMatch(pattern -> pattern.type().equals(fact.type())))
                .anyMatch(rule -> matches(rule, new ArrayList<>(), fact, assumed));
    }

    private boolean matches(Rule rule, List<Instance> matched, Instance fact, Instance assumed) {
        if (matched.size() == rule.patterns().size()) {
            return matched.contains(assumed);
        }
        Pattern pattern = rule.patterns().get(matched.size());
        for (Instance known : instances.getOrDefault(pattern.type(), List.of())) {
            matched.add(known == fact ? assumed : known);
            boolean holds = pattern.constraints().stream().allMatch(constraint -> Outlook.of(constraint, matched).truth() == Outlook.Truth.YES)
                    && matches(rule, matched, fact, assumed);
            matched.remove(matched.size() - 1);
            if (holds) {
                return true;
            }
        }
        return false;
    }
}
