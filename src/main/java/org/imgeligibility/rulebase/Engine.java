package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Condition;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Slots;

/**
 * Grounds in the engine: those with the same rest are one way through its network, over one fact that holds all slots,
 * and conditions that several share are tested once. Safe for use by many threads.
 */
final class Engine {

    private final Slots slots;
    private final List<Group> groups = new ArrayList<>();
    private final Network network = new Network();

    /** @param grounds of each rule; equal rests, and equal conditions in them, are one object */
    Engine(Slots slots, List<List<Ground>> grounds) {
        this.slots = slots;
        Map<Set<Expression>, List<Ground>> byRest = new IdentityHashMap<>();
        List<Set<Expression>> rests = new ArrayList<>();
        for (List<Ground> ofRule : grounds) {
            for (Ground ground : ofRule) {
                byRest.computeIfAbsent(ground.rest(), rest -> {
                    rests.add(rest);
                    return new ArrayList<>();
                }).add(ground);
            }
        }
        Map<Slots.Constant, Part> constants = new HashMap<>();
        Map<Expression, Part> parts = new IdentityHashMap<>();
        for (Set<Expression> rest : rests) {
            for (Expression condition : rest) {
                parts.computeIfAbsent(condition, any -> part(any, parts.size(), constants)).uses++;
            }
        }
        for (Set<Expression> rest : rests) {
            Group group = new Group(groups.size(), byRest.get(rest));
            groups.add(group);
            network.add(Part.constraints(rest.stream().map(parts::get).sorted(Part.MOST_SHARED_FIRST).toList()), group);
        }
    }

    /** One for both of "this equals 3" and "3 equals this": the network finds one node only by a constant. */
    private Part part(Expression condition, int number, Map<Slots.Constant, Part> constants) {
        return slots.constant(condition).map(constant -> constants.computeIfAbsent(constant, any -> new Part(number, condition, slots))).orElseGet(() -> new Part(number, condition, slots));
    }

    /** Loads what an engine is made of, so that it is there once rules are read. */
    static void prepare() {
        Network network = new Network();
        network.add(List.of(new RowConstraint(row -> true)), new Group(0, List.of()));
        network.match(new Case(new Object[0]));
    }

    /** Grounds that match together. */
    List<Group> groups() {
        return groups;
    }

    /** What matches. */
    Found found(List<Instance> filled) {
        Case one = new Case(slots.row(filled));
        network.match(one);
        return new Found(filled, one.found());
    }

    /** One condition of those that a rest puts together. */
    private static final class Part {

        static final Comparator<Part> MOST_SHARED_FIRST = Comparator.comparing((Part one) -> -one.uses).thenComparing(one -> one.number);

        private final int number;
        private final Condition condition;
        private final boolean lookedUp;
        private final RowConstraint constraint;
        private int uses;

        Part(int number, Expression part, Slots slots) {
            Optional<Slots.Constant> constant = slots.constant(part);
            this.number = number;
            this.condition = Condition.of(part, slots);
            this.lookedUp = constant.isPresent();
            this.constraint = constant.<RowConstraint>map(one -> new ConstantConstraint(condition, one)).orElseGet(() -> new RowConstraint(condition));
        }

        /** Those of one rest that no other has, and that cannot be looked up, as one. */
        static List<RowConstraint> constraints(List<Part> parts) {
            List<Part> alone = parts.stream().filter(part -> part.uses == 1 && !part.lookedUp).toList();
            if (alone.size() < 2) {
                return parts.stream().map(part -> part.constraint).toList();
            }
            RowConstraint all = new RowConstraint(Condition.all(alone.stream().map(part -> part.condition).toList()));
            return Stream.concat(parts.stream().filter(part -> !alone.contains(part)).map(part -> part.constraint), Stream.of(all)).toList();
        }
    }
}
