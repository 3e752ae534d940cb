package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Searches the ways in which rules could still match, were more known of the applicant. */
public final class Openings {

    private final Map<Type, List<Instance>> instances;
    private final Contradictions contradictions;
    private final Set<Word> words = EnumSet.noneOf(Word.class);
    private final Set<String> waits = new TreeSet<>();

    /** @param contradictions tells values that the known facts already exclude */
    public Openings(Map<Type, List<Instance>> instances, Contradictions contradictions) {
        this.instances = instances;
        this.contradictions = contradictions;
    }

    /** Adds the openings of a rule with its rows chosen, over the slots of an evaluation. */
    public void search(Ground ground, List<Instance> slots, Untouched untouched) {
        Outlook outlook = untouched.outlook(ground, slots);
        if (outlook.truth() == Outlook.Truth.OPEN) {
            add(ground.rule(), ground.facts(slots), outlook);
        }
    }

    private void add(Rule rule, List<Instance> matched, Outlook outlook) {
        if (outlook.truth() == Outlook.Truth.OPEN && !contradictions.exclude(rule, matched)) {
            words.add(rule.word());
            waits.addAll(outlook.waits());
        }
    }

    /** Adds the openings of a rule, over those matches that the test (given the facts matched so far) lets pass. */
    public void search(Rule rule, Predicate<List<Instance>> fits) {
        descend(rule, new ArrayList<>(), Outlook.CERTAIN, fits);
    }

    private void descend(Rule rule, List<Instance> matched, Outlook soFar, Predicate<List<Instance>> fits) {
        if (matched.size() == rule.patterns().size()) {
            add(rule, matched, soFar);
            return;
        }
        Pattern pattern = rule.patterns().get(matched.size());
        for (Instance candidate : instances.getOrDefault(pattern.type(), List.of())) {
            matched.add(candidate);
            Outlook outlook = fits.test(matched) ? soFar : Outlook.CLOSED;
            for (Expression constraint : pattern.constraints()) {
                outlook = outlook.truth() == Outlook.Truth.NO ? outlook : outlook.and(Outlook.of(constraint, matched));
            }
            if (outlook.truth() != Outlook.Truth.NO) {
                descend(rule, matched, outlook, fits);
            }
            matched.remove(matched.size() - 1);
        }
    }

    /** What the rules that could still match would conclude. */
    public Set<Word> words() {
        return words;
    }

    /** The paths of the unknown facts they wait for. */
    public Set<String> waits() {
        return waits;
    }
}
