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

    private final List<Rule> rules;
    private final Contradictions contradictions;
    private final Map<Type, List<Instance>> instances;
    private final Texts texts;

    Forecast(Policy policy, Texts texts, Map<Type, List<Instance>> instances, LocalDate day, String reading) {
        this.rules = policy.rules().stream().filter(rule -> rule.word().isFinding() && rule.holds(day, reading)).toList();
        this.contradictions = new Contradictions(policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList(), instances);
        this.instances = instances;
        this.texts = texts;
    }

    Node.Opening of(String requirement) {
        Openings openings = new Openings(instances, contradictions);
        for (Rule rule : rules) {
            rule.all("requirement").stream().filter(id -> couldBe(id, requirement)).forEach(id -> openings.search(rule, fits(rule, id, requirement)));
        }
        Set<Status> statuses = openings.words().stream().map(Status::of).collect(Collectors.toSet());
        return new Node.Opening(statuses, openings.waits());
    }

    private boolean couldBe(String id, String requirement) {
        return id.equals(requirement) || id.indexOf('{') >= 0 && texts.shape(id).matcher(requirement).matches();
    }

    /** Whether the facts matched so far can still give the requirement its id. */
    private Predicate<List<Instance>> fits(Rule rule, String id, String requirement) {
        int needed = texts.patternsIn(rule, id);
        return matched -> matched.size() != needed || texts.id(rule, id, matched).equals(requirement);
    }
}
