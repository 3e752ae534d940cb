package org.imgeligibility.regression.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;
import org.junit.jupiter.api.Test;

/** Made-up applicants are sound, the same for a seed, and reach the rules. */
class GeneratorTest {

    private static final Policy POLICY = PolicyLoader.load(RuleFiles.of(Path.of("rules")));
    private static final Generator GENERATOR = new Generator(POLICY);
    private static final Instances INSTANCES = new Instances(POLICY);
    private static final int MANY = 3000;

    private static boolean matches(Rule rule, Applicant applicant) {
        Map<Type, List<Instance>> all = new HashMap<>(INSTANCES.on(applicant.asOf()));
        all.putAll(INSTANCES.sections(applicant.facts()));
        return !Matching.of(rule, all).isEmpty();
    }

    @Test
    void aSeedGivesTheSameApplicantsAndAnotherGivesOthers() {
        List<Applicant> some = GENERATOR.applicants(1, 50).toList();
        assertThat(new Generator(POLICY).applicants(1, 50)).isEqualTo(some);
        assertThat(GENERATOR.applicants(2, 50)).doesNotContainAnyElementsOf(some.stream().filter(one -> !one.facts().values().isEmpty()).toList());
    }

    @Test
    void noRuleRefusesAnyOfThem() {
        List<Rule> refusals = POLICY.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
        assertThat(refusals).isNotEmpty();
        assertThat(GENERATOR.applicants(3, MANY).filter(applicant -> refusals.stream().anyMatch(rule -> matches(rule, applicant)))).isEmpty();
    }

    @Test
    void everyFieldIsSaidAndLeftOutAndEveryChoiceOfAFewIsMade() {
        Map<String, Set<Object>> seen = new TreeMap<>();
        List<Applicant> applicants = GENERATOR.applicants(4, MANY).toList();
        applicants.forEach(applicant -> applicant.facts().values().forEach((path, value) -> seen.computeIfAbsent(path, any -> new TreeSet<>(java.util.Comparator.comparing(Object::toString))).add(value)));
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(POLICY.vocabulary().slots().keySet());
        assertThat(seen.keySet()).allSatisfy(path -> assertThat(applicants).as(path).anyMatch(applicant -> !applicant.facts().values().containsKey(path)));
        assertThat(seen.get("/person/usStatus")).hasSize(21);
        assertThat(seen.get("/oet/writing")).contains(299, 300, 349, 350);
        assertThat(seen.get("/immigration/h1bMonths")).contains(71, 72, 73);
    }

    @Test
    void nearlyEveryRuleMatchesSomeOfThem() {
        List<Applicant> applicants = GENERATOR.applicants(5, MANY).toList();
        List<String> never = POLICY.rules().stream().filter(rule -> rule.word() != Word.REFUSE).filter(rule -> applicants.stream().noneMatch(applicant -> matches(rule, applicant)))
                .map(Rule::name).collect(Collectors.toList());
        assertThat(never).as("rules for which no table has a row never can").hasSizeLessThan(POLICY.rules().size() / 100);
    }

    @Test
    void theSmallestApplicantHasNoFactToSpare() {
        Applicant whole = GENERATOR.applicants(6, 200).max(java.util.Comparator.comparing(one -> one.facts().values().size())).orElseThrow();
        List<String> paths = List.copyOf(whole.facts().values().keySet());
        Set<String> needed = Set.of(paths.get(3), paths.get(paths.size() / 2), paths.get(paths.size() - 1));
        Facts small = Shrinking.smallest(whole, one -> one.facts().values().keySet().containsAll(needed)).facts();
        assertThat(small.values().keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }
}
