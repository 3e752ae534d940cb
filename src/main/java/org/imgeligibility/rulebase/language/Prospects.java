package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds all prospects of a rule by interpretation: everything a verdict can learn from the rule. */
public final class Prospects {

    private final Map<Type, List<Instance>> instances;
    private final Contradictions contradictions;

    public Prospects(Map<Type, List<Instance>> instances, List<Rule> refusals) {
        this.instances = instances;
        this.contradictions = new Contradictions(refusals, instances);
    }

    /** @param fits whether the instances taken so far can matter */
    public List<Prospect> of(Rule rule, Predicate<List<Instance>> fits) {
        List<Prospect> found = new ArrayList<>();
        descend(rule, new ArrayList<>(), Outlook.CERTAIN, fits, found);
        return found;
    }

    private void descend(Rule rule, List<Instance> chosen, Outlook soFar, Predicate<List<Instance>> fits, List<Prospect> found) {
        if (chosen.size() == rule.patterns().size()) {
            boolean open = soFar.truth() == Outlook.Truth.OPEN;
            found.add(new Prospect(List.copyOf(chosen), soFar.waits(), open && contradictions.exclude(rule, chosen)));
            return;
        }
        Pattern pattern = rule.patterns().get(chosen.size());
        for (Instance candidate : instances.getOrDefault(pattern.type(), List.of())) {
            chosen.add(candidate);
            Outlook outlook = fits.test(chosen) ? soFar : Outlook.CLOSED;
            for (Expression constraint : pattern.constraints()) {
                outlook = outlook.truth() == Outlook.Truth.NO ? outlook : outlook.and(Outlook.of(constraint, chosen));
            }
            if (outlook.truth() != Outlook.Truth.NO) {
                descend(rule, chosen, outlook, fits, found);
            }
            chosen.remove(chosen.size() - 1);
        }
    }
}
