package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Unrolled;
import org.imgeligibility.rulebase.language.Contradictions;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Openings;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/** What the rules in force could still conclude of an undecided requirement, and the facts they wait for. */
final class Forecast {

    private final Contradictions contradictions;
    private final Map<Type, List<Instance>> instances;
    private final Optional<Unrolled> unrolled;
    private final List<Instance> slots;
    private final Texts texts;
    private final LocalDate day;
    private final String reading;

    Forecast(Policy policy, Texts texts, Map<Type, List<Instance>> instances, Common common, String reading) {
        this.contradictions = new Contradictions(policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList(), instances);
        this.instances = instances;
        this.unrolled = common.unrolled();
        this.slots = unrolled.map(rules -> rules.slots(instances)).orElse(List.of());
        this.texts = texts;
        this.day = common.day();
        this.reading = reading;
    }

    private void search(Texts.Conclusion conclusion, Openings openings) {
        if (unrolled.isPresent()) {
            conclusion.grounds(unrolled.get()).forEach(ground -> openings.search(ground, slots));
        } else {
            openings.search(conclusion.rule(), conclusion.fit());
        }
    }

    /** @param admitted which rules could count, did they match */
    Node.Opening of(String requirement, Predicate<Rule> admitted) {
        Openings openings = new Openings(instances, contradictions);
        for (Texts.Conclusion conclusion : texts.conclusions(requirement)) {
            if (conclusion.rule().holds(day, reading) && admitted.test(conclusion.rule())) {
                search(conclusion, openings);
            }
        }
        Set<Status> statuses = openings.words().stream().map(Status::of).collect(Collectors.toSet());
        return new Node.Opening(statuses, openings.waits());
    }
}
