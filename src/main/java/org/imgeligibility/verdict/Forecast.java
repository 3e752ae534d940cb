package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Policy;
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
    private final Texts texts;
    private final LocalDate day;
    private final String reading;

    Forecast(Policy policy, Texts texts, Map<Type, List<Instance>> instances, LocalDate day, String reading) {
        this.contradictions = new Contradictions(policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList(), instances);
        this.instances = instances;
        this.texts = texts;
        this.day = day;
        this.reading = reading;
    }

    /** @param admitted which rules could count, did they match */
    Node.Opening of(String requirement, Predicate<Rule> admitted) {
        Openings openings = new Openings(instances, contradictions);
        for (Texts.Conclusion conclusion : texts.conclusions(requirement)) {
            if (conclusion.rule().holds(day, reading) && admitted.test(conclusion.rule())) {
                openings.search(conclusion.rule(), conclusion.fit());
            }
        }
        Set<Status> statuses = openings.words().stream().map(Status::of).collect(Collectors.toSet());
        return new Node.Opening(statuses, openings.waits());
    }
}
