package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule with a table row, a section or the day chosen for each of its patterns: a rule about nothing but the slots.
 *
 * @param chosen one instance a pattern; what an evaluation fills stands there empty
 * @param places the slot of each, -1 for a row
 * @param rest   what is left to hold, its fields those of slots
 */
public record Ground(Rule rule, List<Instance> chosen, List<Integer> places, Set<Expression> rest) {

    /** A ground is itself only. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Whether the rest holds, or could once more is known. */
    public boolean isPossible(List<Instance> slots) {
        return rest.stream().allMatch(condition -> Outlook.of(condition, slots).truth() != Outlook.Truth.NO);
    }

    /** What its patterns match in an evaluation in which the rest holds. */
    public List<Instance> facts(List<Instance> slots) {
        List<Instance> facts = new ArrayList<>(chosen.size());
        for (int at = 0; at < chosen.size(); at++) {
            facts.add(places.get(at) < 0 ? chosen.get(at) : slots.get(places.get(at)));
        }
        return facts;
    }
}
