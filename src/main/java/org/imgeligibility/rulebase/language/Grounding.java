package org.imgeligibility.rulebase.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Problem;

/**
 * Chooses rows, sections and the day for the patterns of rules in every way that can still match, so that an
 * evaluation joins nothing.
 */
public final class Grounding {

    /** How many choices are tried for one rule, before it is refused. */
    private static final int MOST = 200_000;

    private final Rule rule;
    private final Slots slots;
    private final Candidates candidates;
    private final List<Ground> found = new ArrayList<>();
    private int steps;

    private Grounding(Rule rule, Slots slots, Candidates candidates) {
        this.rule = rule;
        this.slots = slots;
        this.candidates = candidates;
    }

    /** The grounds of a rule. */
    public static Grounding of(Rule rule, Slots slots, Candidates candidates) {
        Grounding grounding = new Grounding(rule, slots, candidates);
        grounding.descend(new ArrayList<>(), new LinkedHashSet<>());
        return grounding;
    }

    public List<Ground> found() {
        return found;
    }

    /** How many choices were tried. */
    public int steps() {
        return steps;
    }

    /** Why the rule cannot be used, if it has too many. */
    public Optional<Problem> problem() {
        return steps < MOST ? Optional.empty() : Optional.of(new Problem(rule.place().toString(), "rule \"" + rule.name() + "\": its patterns combine in more than " + MOST
                + " ways. Begin with the pattern that fewest rows fit, and let each further one name a key or a value of one before it."));
    }

    private void descend(List<Instance> chosen, Set<Expression> rest) {
        if (chosen.size() == rule.patterns().size()) {
            Set<Expression> all = new LinkedHashSet<>(inForce(chosen));
            all.addAll(rest);
            found.add(new Ground(rule, List.copyOf(chosen), chosen.stream().mapToInt(slots::place).toArray(), all));
            return;
        }
        Pattern pattern = rule.patterns().get(chosen.size());
        for (Instance candidate : candidates.of(pattern, chosen)) {
            if (++steps >= MOST) {
                return;
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
