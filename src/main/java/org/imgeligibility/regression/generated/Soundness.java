package org.imgeligibility.regression.generated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/** Keeps made-up applicants free of contradictions, by the rules that refuse them. */
final class Soundness {

    private final List<Rule> refusals;
    private final Instances instances;

    Soundness(Policy policy) {
        this.refusals = policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
        this.instances = new Instances(policy);
    }

    /** The applicant without facts, drawn at random, that contradict others. */
    Applicant sound(Applicant applicant, Map<Type, List<Instance>> rows, Random random) {
        Facts facts = applicant.facts();
        for (Optional<String> spare = refused(facts, rows, random); spare.isPresent(); spare = refused(facts, rows, random)) {
            facts = facts.without(spare.get());
        }
        return applicant.with(facts);
    }

    /** One of the facts that a refusing rule turns on, if any refuses. */
    private Optional<String> refused(Facts facts, Map<Type, List<Instance>> rows, Random random) {
        Map<Type, List<Instance>> all = new HashMap<>(rows);
        all.putAll(instances.sections(facts));
        for (Rule rule : refusals) {
            List<List<Instance>> matches = Matching.of(rule, all);
            if (!matches.isEmpty()) {
                List<String> tested = tested(rule, matches.get(0)).stream().filter(facts.values()::containsKey).toList();
                return Optional.of(tested.get(random.nextInt(tested.size())));
            }
        }
        return Optional.empty();
    }

    private static List<String> tested(Rule rule, List<Instance> matched) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(Expression::fields)
                .map(field -> matched.get(field.pattern()).prefix() + "/" + field.field().name()).distinct().toList();
    }
}
