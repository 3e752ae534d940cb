package org.imgeligibility.rulebase;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Candidates;
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

    private final Slots slots;
    private final Map<Rule, List<Ground>> grounds = new IdentityHashMap<>();

    private Unrolled(Slots slots) {
        this.slots = slots;
    }

    /** @param problems receives the rules that can match in too many ways; then it is of no use */
    static Unrolled of(Policy policy, Instances instances, List<Problem> problems) {
        Map<Type, List<Instance>> all = instances.unknown();
        Unrolled unrolled = new Unrolled(new Slots(all));
        Candidates candidates = new Candidates(all);
        long together = 0;
        for (Rule rule : policy.rules()) {
            Grounding grounding = Grounding.of(rule, unrolled.slots, candidates);
            together += grounding.steps();
            grounding.problem().ifPresent(problems::add);
            unrolled.grounds.put(rule, grounding.found());
            if (together >= MOST) {
                problems.add(new Problem(rule.place().toString(), "up to here, the rules' patterns combine in more than " + MOST + " ways. Let more patterns name a key or a value of one before."));
                return unrolled;
            }
        }
        return unrolled;
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
        return grounds.get(rule);
    }
}
