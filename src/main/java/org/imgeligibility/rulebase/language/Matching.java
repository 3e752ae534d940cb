package org.imgeligibility.rulebase.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Matches a rule by interpretation, where compiling it is not worth while: every way to take one instance for each
 * of its patterns so that all constraints hold.
 */
public final class Matching {

    private final Rule rule;
    private final Map<Type, List<Instance>> instances;
    private final Predicate<List<Instance>> fits;
    private final List<List<Instance>> found = new ArrayList<>();

    private Matching(Rule rule, Map<Type, List<Instance>> instances, Predicate<List<Instance>> fits) {
        this.rule = rule;
        this.instances = instances;
        this.fits = fits;
    }

    /** Each match as one instance a pattern, in the order of instances. */
    public static List<List<Instance>> of(Rule rule, Map<Type, List<Instance>> instances) {
        return of(rule, instances, chosen -> true);
    }

    /** @param fits whether the instances taken so far can matter */
    public static List<List<Instance>> of(Rule rule, Map<Type, List<Instance>> instances, Predicate<List<Instance>> fits) {
        Matching matching = new Matching(rule, instances, fits);
        matching.descend(new ArrayList<>());
        return matching.found;
    }

    /** Whether a constraint holds over instances, one for each pattern up to its own. */
    public static boolean holds(Expression constraint, List<Instance> matched) {
        return Outlook.isYes(constraint, matched);
    }

    private void descend(List<Instance> matched) {
        if (matched.size() == rule.patterns().size()) {
            found.add(List.copyOf(matched));
            return;
        }
        Pattern pattern = rule.patterns().get(matched.size());
        for (Instance candidate : instances.getOrDefault(pattern.type(), List.of())) {
            matched.add(candidate);
            if (fits.test(matched) && pattern.constraints().stream().allMatch(constraint -> holds(constraint, matched))) {
                descend(matched);
            }
            matched.remove(matched.size() - 1);
        }
    }
}
