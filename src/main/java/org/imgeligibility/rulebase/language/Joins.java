package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many combinations of instances a rule can make the engine look at, whatever is known of an applicant. */
public final class Joins {

    private final Rule rule;
    private final Map<Type, List<Instance>> instances;
    private final long most;
    private long looked;

    private Joins(Rule rule, Map<Type, List<Instance>> instances, long most) {
        this.rule = rule;
        this.instances = instances;
        this.most = most;
    }

    /**
     * @param instances all rows of all days, and every entry an applicant can have, nothing being known of it but its key
     * @param most      where counting stops
     */
    public static long of(Rule rule, Map<Type, List<Instance>> instances, long most) {
        Joins joins = new Joins(rule, instances, most);
        joins.descend(new ArrayList<>());
        return joins.looked;
    }

    private void descend(List<Instance> chosen) {
        if (chosen.size() == rule.patterns().size()) {
            return;
        }
        Pattern pattern = rule.patterns().get(chosen.size());
        for (Instance candidate : instances.getOrDefault(pattern.type(), List.of())) {
            if (++looked >= most) {
                return;
            }
            chosen.add(candidate);
            if (pattern.constraints().stream().allMatch(constraint -> canHold(constraint, chosen))) {
                descend(chosen);
            }
            chosen.remove(chosen.size() - 1);
        }
    }

    private static boolean canHold(Expression condition, List<Instance> chosen) {
        if (condition instanceof Expression.And and) {
            return canHold(and.left(), chosen) && canHold(and.right(), chosen);
        } else if (condition instanceof Expression.Or or) {
            return canHold(or.left(), chosen) || canHold(or.right(), chosen);
        }
        return condition.fields().anyMatch(field -> isOpen(chosen.get(field.pattern()), field.field().name())) || Matching.holds(condition, chosen);
    }

    private static boolean isOpen(Instance fact, String field) {
        return fact.type().kind() != Type.Kind.TABLE && fact.type().key().filter(field::equals).isEmpty();
    }
}
