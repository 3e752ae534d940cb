package org.imgeligibility.rulebase;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Candidates;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Grounding;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Slots;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Untouched;

/** The grounds of a policy's rules, and where an evaluation's instances stand in them. */
public final class Unrolled {

    private static final long MOST = 5_000_000;
    /** Rules that are unrolled side by side, before what they come to together is looked at. */
    private static final int AT_ONCE = 64;

    private final Slots slots;
    private final Map<Rule, Grounds> grounds;

    /** @param steps how many choices were tried to find them */
    record Grounds(List<Ground> found, int steps) {
    }

    /** @param grounds of each rule, told apart by identity */
    Unrolled(Slots slots, Map<Rule, Grounds> grounds) {
        this.slots = slots;
        this.grounds = grounds;
    }

    /**
     * @param kept     what an edition before has of it
     * @param problems receives the rules that can match in too many ways; then it is of no use
     */
    static Unrolled of(Policy policy, Instances instances, Optional<Kept> kept, List<Problem> problems) {
        Map<Type, List<Instance>> all = instances.unknown();
        Unrolled unrolled = new Unrolled(kept.map(Kept::slots).orElseGet(() -> new Slots(all)), new IdentityHashMap<>());
        policy.rules().forEach(rule -> kept.flatMap(before -> before.grounds(rule)).ifPresent(known -> unrolled.grounds.put(rule, known)));
        List<Rule> rules = policy.rules().stream().filter(rule -> !unrolled.grounds.containsKey(rule)).toList();
        Candidates candidates = new Candidates(all);
        Alike alike = new Alike();
        unrolled.grounds.values().forEach(known -> known.found().forEach(alike::add));
        long together = unrolled.grounds.values().stream().mapToLong(Grounds::steps).sum();
        for (int from = 0; from < rules.size(); from += AT_ONCE) {
            List<Rule> some = rules.subList(from, Math.min(from + AT_ONCE, rules.size()));
            List<Grounding> groundings = some.parallelStream().map(rule -> Grounding.of(rule, unrolled.slots, candidates)).toList();
            for (int at = 0; at < some.size(); at++) {
                together += groundings.get(at).steps();
                groundings.get(at).problem().ifPresent(problems::add);
                unrolled.grounds.put(some.get(at), new Grounds(groundings.get(at).found().stream().map(alike::of).toList(), groundings.get(at).steps()));
                if (together >= MOST) {
                    problems.add(new Problem(some.get(at).place().toString(), "up to here, the rules' patterns combine in more than " + MOST + " ways. Let more patterns name a key or a value of one before."));
                    return unrolled;
                }
            }
        }
        return unrolled;
    }

    /** Makes equal conditions, and equal sets of them, one object. */
    private static final class Alike {

        private final Map<Expression, Expression> conditions = new HashMap<>();
        private final Map<Set<Expression>, Set<Expression>> rests = new HashMap<>();

        /** One that is like others already. */
        void add(Ground ground) {
            if (rests.putIfAbsent(ground.rest(), ground.rest()) == null) {
                ground.rest().forEach(condition -> conditions.putIfAbsent(condition, condition));
            }
        }

        Ground of(Ground ground) {
            Set<Expression> rest = rests.computeIfAbsent(ground.rest(), some -> {
                Set<Expression> same = new LinkedHashSet<>();
                some.forEach(condition -> same.add(conditions.computeIfAbsent(condition, one -> one)));
                return same;
            });
            return new Ground(ground.rule(), ground.chosen(), ground.places(), rest);
        }
    }

    /** The day and the sections of an evaluation, each at the place that conditions name. */
    public List<Instance> slots(Map<Type, List<Instance>> instances) {
        return slots.filled(instances::get);
    }

    /** What could still come of the grounds on a day, for evaluations to share. */
    public Untouched untouched() {
        return new Untouched(slots);
    }

    Slots slots() {
        return slots;
    }

    public List<Ground> of(Rule rule) {
        return grounds.get(rule).found();
    }

    Grounds grounds(Rule rule) {
        return grounds.get(rule);
    }
}
