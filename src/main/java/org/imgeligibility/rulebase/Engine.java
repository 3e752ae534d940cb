package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** @param grounds of each rule */
    Engine(Slots slots, List<List<Ground>> grounds) {
        this.slots = slots;
        Map<Set<Expression>, List<Ground>> byRest = new LinkedHashMap<>();
        grounds.stream().flatMap(List::stream).forEach(ground -> byRest.computeIfAbsent(ground.rest(), any -> new ArrayList<>()).add(ground));
        Map<Object, Part> alike = new HashMap<>();
        Map<Expression, Part> parts = new HashMap<>();
        byRest.keySet().forEach(rest -> rest.forEach(part -> parts.computeIfAbsent(part, any -> alike.computeIfAbsent(Part.likeness(part, slots), other -> new Part(parts.size(), part, slots))).uses++));
        byRest.forEach((rest, same) -> {
            Group group = new Group(groups.size(), same);
            groups.add(group);
            network.add(Part.constraints(rest.stream().map(parts::get).sorted(Part.MOST_SHARED_FIRST).toList()), group);
        });
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

        /** Equal for conditions that the network must not tell apart: it finds one node only by a constant. */
        static Object likeness(Expression part, Slots slots) {
            return slots.constant(part).<Object>map(constant -> constant).orElse(part);
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
