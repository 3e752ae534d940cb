package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule with a table row, a section or the day chosen for each of its patterns: a rule about nothing but the slots.
 *
 * @param chosen one instance a pattern; what an evaluation fills stands there empty
 * @param places the slot of each, -1 for a row
 * @param rest   what is left to hold, its fields those of slots
 */
public record Ground(Rule rule, List<Instance> chosen, int[] places, Set<Expression> rest) {

    /** A ground is itself only. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /**
     * How it stands in an evaluation: equal for two grounds of one conclusion that come to the same there; empty where
     * it cannot match.
     */
    public Optional<Object> standing(List<Instance> slots) {
        Outlook outlook = outlook(slots);
        return switch (outlook.truth()) {
            case NO -> Optional.empty();
            case YES -> Optional.of(outlook);
            case OPEN -> Optional.of(List.of(outlook, rest.stream().filter(Ground::namesValues).collect(Collectors.toSet())));
        };
    }

    /** Whether the rest holds, or still could. */
    Outlook outlook(List<Instance> slots) {
        Outlook outlook = Outlook.CERTAIN;
        for (Expression condition : rest) {
            outlook = outlook.and(Outlook.of(condition, slots));
            if (outlook.truth() == Outlook.Truth.NO) {
                break;
            }
        }
        return outlook;
    }

    /** Whether the sections it matches are all among the empty ones. */
    boolean isUntouched(List<Instance> slots, List<Instance> empty) {
        for (int pattern = 0; pattern < places.length; pattern++) {
            if (isFilled(pattern) && chosen.get(pattern).type().kind() == Type.Kind.SECTION && slots.get(places[pattern]) != empty.get(places[pattern])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it asks for certain values of a fact, which may be excluded by others that are known. */
    private static boolean namesValues(Expression condition) {
        return condition instanceof Expression.Comparison one && one.operator().equals("==") || condition instanceof Expression.Membership some && !some.negated();
    }

    /** What its patterns match in an evaluation in which the rest holds. */
    public List<Instance> facts(List<Instance> slots) {
        return switch (places.length) {
            case 1 -> List.of(fact(0, slots));
            case 2 -> List.of(fact(0, slots), fact(1, slots));
            default -> several(slots);
        };
    }

    private List<Instance> several(List<Instance> slots) {
        Instance[] facts = new Instance[places.length];
        for (int at = 0; at < facts.length; at++) {
            facts[at] = fact(at, slots);
        }
        return List.of(facts);
    }

    private Instance fact(int pattern, List<Instance> slots) {
        return isFilled(pattern) ? slots.get(places[pattern]) : chosen.get(pattern);
    }

    /** Whether an evaluation fills what this pattern matches, which is a row otherwise. */
    public boolean isFilled(int pattern) {
        return places[pattern] >= 0;
    }
}
