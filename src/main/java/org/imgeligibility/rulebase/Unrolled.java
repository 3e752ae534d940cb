package org.imgeligibility.rulebase;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Slots;
import org.imgeligibility.rulebase.language.Type;

/** The grounds of a policy's rules, and where an evaluation's instances stand in them. */
public final class Unrolled {

    private final Slots slots;
    private final Map<Rule, List<Ground>> grounds = new IdentityHashMap<>();

    Unrolled(Slots slots) {
        this.slots = slots;
    }

    void add(Rule rule, List<Ground> found) {
        grounds.put(rule, found);
    }

    /** The day and the sections of an evaluation, each at the place that conditions name. */
    public List<Instance> slots(Map<Type, List<Instance>> instances) {
        return slots.filled(instances);
    }

    public List<Ground> of(Rule rule) {
        return grounds.get(rule);
    }
}
