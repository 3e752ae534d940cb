package org.imgeligibility.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Unrolled;
import org.imgeligibility.rulebase.language.Contradictions;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Openings;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** What the rules in force could still conclude of an undecided requirement, and the facts they wait for. */
final class Forecast {

    private final Contradictions contradictions;
    private final Map<Type, List<Instance>> instances;
    private final Optional<Unrolled> unrolled;
    private final List<Instance> slots;
    private final InForce inForce;

    /** @param slots where there is an engine, the day and the applicant's sections as it has them */
    Forecast(Texts texts, Map<Type, List<Instance>> instances, Optional<Unrolled> unrolled, List<Instance> slots, InForce inForce) {
        this.contradictions = new Contradictions(texts.refusing(), instances);
        this.instances = instances;
        this.unrolled = unrolled;
        this.slots = slots;
        this.inForce = inForce;
    }

    private void search(Concluders.Conclusion conclusion, Openings openings) {
        if (unrolled.isPresent()) {
            conclusion.grounds(unrolled.get()).forEach(ground -> openings.search(ground, slots, inForce.untouched()));
        } else {
            openings.search(conclusion.rule(), conclusion.fit());
        }
    }

    /** @param admitted which rules could count, did they match */
    Node.Opening of(String requirement, Predicate<Rule> admitted) {
        Openings openings = new Openings(instances, contradictions);
        for (Concluders.Conclusion conclusion : inForce.conclusions(requirement)) {
            if (admitted.test(conclusion.rule())) {
                search(conclusion, openings);
            }
        }
        Set<Status> statuses = openings.words().stream().map(Status::of).collect(Collectors.toSet());
        return new Node.Opening(statuses, openings.waits());
    }
}
