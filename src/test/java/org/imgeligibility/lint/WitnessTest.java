package org.imgeligibility.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;

/** The applicants that lint finds show to the evaluator what lint says of them. */
class WitnessTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Aspect aspect(Policy policy, String name) {
        return Aspect.of(policy.rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow());
    }

    private static Verdict verdict(Policy policy, Facts facts) {
        return new Evaluator(RuleBase.of(policy)).evaluate(facts, new Request(DAY, "stated", List.of("licence"), false)).verdicts().get(0);
    }

    @Test
    void rulesDisagreeOnTheFactsOfAConflict() {
        Policy policy = new TinyRules().rules(LintTest.SOUND.replace("age < 18", "age <= 18")).policy();
        List<Aspect> pair = List.of(aspect(policy, "The person is of age"), aspect(policy, "The person is not of age"));
        Facts facts = new Search(policy, 100).together(pair, DAY).facts().orElseThrow();
        assertThat(verdict(policy, facts).faults()).singleElement().asString().contains("The rules disagree on Of age");
        assertThat(verdict(policy, Facts.none()).faults()).isEmpty();
    }

    @Test
    void noRuleDecidesOnTheFactsOfAGapAndNoFactIsMissing() {
        Policy policy = new TinyRules().rules(LintTest.SOUND.replace("age < 18", "age < 17")).policy();
        List<Aspect> both = List.of(aspect(policy, "The person is of age"), aspect(policy, "The person is not of age"));
        Facts facts = new Search(policy, 100).silent(both, DAY).facts().orElseThrow();
        Verdict verdict = verdict(policy, facts);
        assertThat(verdict.outcome()).hasToString("UNDETERMINED");
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict(policy, Facts.none()).missing()).isNotEmpty();
    }

    @Test
    void factsOverManyFieldsAndDaysAreFound() {
        Policy policy = new TinyRules().rules("""
                rule "The visa and the attempts run out together" @requirement("adult") @says("Both.") @source("handbook")
                when today : AsOf()
                     limit : Limit(id == "WAIT")
                     someone : Person(visaUntil < today.day, citizenships contains "FR", country not in ("FR", "IT"), score > 2.5)
                     sitting : Exam(exam == ExamName.STEP_1, outcome == Outcome.FAILED, attempts >= limit.value, takenOn.plusMonths(limit.value) > today.day)
                     other : Exam(exam == ExamName.STEP_3, takenOn.plusDays(3) == sitting.takenOn)
                then conclude.met(drools); end
                """).policy();
        Rule rule = policy.rules().get(0);
        Facts facts = new Search(policy, 2000).together(List.of(Aspect.of(rule)), DAY).facts().orElseThrow();
        assertThat(facts.values()).containsEntry("/exams/STEP_1/outcome", "FAILED").containsKeys("/exams/STEP_3/takenOn", "/person/visaUntil", "/person/citizenships");
        assertThat(((LocalDate) facts.values().get("/exams/STEP_3/takenOn")).plusDays(3)).isEqualTo(facts.values().get("/exams/STEP_1/takenOn"));
    }
}
