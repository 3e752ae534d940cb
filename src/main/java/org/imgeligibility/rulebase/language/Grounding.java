package org.imgeligibility.rulebase.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imgeligibility.facts.Problem;

/**
 * Chooses rows, sections and the day for the patterns of rules in every way that can still match, so that an
 * evaluation joins nothing.
 */
public final class Grounding {

    /** How many choices are tried for one rule, before it is refused. */
    static final int STEPS = 200_000;
    /** How many ways to match one rule may have. */
    static final int WAYS = 20_000;

    private final Rule rule;
    private final Slots slots;
    private final Map<Type, List<Instance>> instances;
    private final List<Ground> found = new ArrayList<>();
    private int steps;

    private Grounding(Rule rule, Slots slots, Map<Type, List<Instance>> instances) {
        this.rule = rule;
        this.slots = slots;
        this.instances = instances;
    }

    /**
     * The grounds of a rule.
     *
     * @param instances every row there is, in force or not, and the empty instances of the slots
     * @param problems  receives a rule that has too many
     */
    public static List<Ground> of(Rule rule, Slots slots, Map<Type, List<Instance>> instances, List<Problem> problems) {
        Grounding grounding = new Grounding(rule, slots, instances);
        try {
            grounding.descend(new ArrayList<>(), new LinkedHashSet<>());
        } catch (LanguageFault tooMany) {
            problems.add(new Problem(tooMany.place().toString(), tooMany.getMessage()));
        }
        return grounding.found;
    }

    private void descend(List<Instance> chosen, Set<Expression> rest) {
        if (chosen.size() == rule.patterns().size()) {
            Set<Expression> all = new LinkedHashSet<>(inForce(chosen));
            all.addAll(rest);
            found.add(new Ground(rule, List.copyOf(chosen), chosen.stream().map(slots::place).toList(), all));
            return;
        }
        Pattern pattern = rule.patterns().get(chosen.size());
        for (Instance candidate : instances.getOrDefault(pattern.type(), List.of())) {
            if (++steps > STEPS || found.size() > WAYS) {
                throw new LanguageFault(pattern.place(), "There are too many ways to match this rule (more than " + (found.size() > WAYS ? WAYS : STEPS)
                        + " choices of rows): say by conditions which rows of its tables belong together.");
            }
            chosen.add(candidate);
            Set<Expression> more = new LinkedHashSet<>(rest);
            if (isPossible(pattern, chosen, more)) {
                descend(chosen, more);
            }
            chosen.remove(chosen.size() - 1);
        }
    }

    private boolean isPossible(Pattern pattern, List<Instance> chosen, Set<Expression> rest) {
        Folding folding = new Folding(slots, chosen);
        for (Expression constraint : pattern.constraints()) {
            Expression left = folding.of(constraint);
            if (left == Folding.NO) {
                return false;
            }
            collect(left, rest);
        }
        return true;
    }

    private static void collect(Expression condition, Set<Expression> into) {
        if (condition instanceof Expression.And and) {
            collect(and.left(), into);
            collect(and.right(), into);
        } else if (condition != Folding.YES) {
            into.add(condition);
        }
    }

    /** That the day is one on which the dated rows exist. */
    private List<Expression> inForce(List<Instance> chosen) {
        List<Expression> conditions = new ArrayList<>();
        for (Instance row : chosen) {
            if (row.type().dated()) {
                bound(">=", (LocalDate) row.value("from"), conditions);
                bound("<", (LocalDate) row.value("until"), conditions);
            }
        }
        return conditions;
    }

    private void bound(String operator, LocalDate day, List<Expression> conditions) {
        if (day != null) {
            conditions.add(new Expression.Comparison(operator, slots.day(), new Expression.Literal(day)));
        }
    }
}
