package org.imgeligibility.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Drawn;
import org.imgeligibility.regression.generated.Shrinking;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;

/** Rules match the same facts whether the engine is asked or every combination of facts is tried. */
class SecondOpinionTest {

    private static final int APPLICANTS = 20_000;
    private static final int EVERY = 100;
    private static final RuleBase RULES = RuleBase.builtIn();
    private static final Policy POLICY = RULES.policy();
    private static final Opinions OPINIONS = new Opinions(RULES, POLICY);

    @Test
    void bothAgreeOnEveryFixture() {
        List<Fixture> fixtures = Regression.of(Path.of("fixtures"), new Evaluator(RULES)).fixtures();
        assertThat(fixtures).isNotEmpty();
        assertThat(fixtures.parallelStream().flatMap(fixture -> OPINIONS.difference(facts(fixture), fixture.asOf()).map(found -> fixture.name() + ": " + found).stream()).toList()).isEmpty();
        assertThat(fixtures.stream().map(Fixture::asOf).distinct().flatMap(day -> OPINIONS.difference(day).map(found -> day + ": " + found).stream()).toList()).isEmpty();
    }

    private static Facts facts(Fixture fixture) {
        return ApplicantReader.read(POLICY.vocabulary(), fixture.applicant(), List.of()).facts();
    }

    /** Half of them are the other half with every second fact unknown, which takes less time than to make them up. */
    @Test
    void bothAgreeOnEveryGeneratedApplicant() {
        assertThat(Drawn.findings(POLICY, "a second opinion, also on half of the facts", APPLICANTS / 2, applicant ->
                Stream.of(applicant, halfKnown(applicant)).flatMap(some -> told(OPINIONS, some)))).isEmpty();
    }

    private static Applicant halfKnown(Applicant applicant) {
        Map<String, Object> half = new LinkedHashMap<>();
        applicant.facts().values().entrySet().stream().filter(fact -> fact.hashCode() % 2 == 0).forEach(fact -> half.put(fact.getKey(), fact.getValue()));
        return new Applicant(applicant.asOf(), applicant.reading(), new Facts(Optional.empty(), half));
    }

    @Test
    void bothAgreeOnWhatIsTheSameForEverybody() {
        assertThat(Drawn.findings(POLICY, "a second opinion on days", APPLICANTS / EVERY, applicant ->
                OPINIONS.difference(applicant.asOf()).map(found -> applicant.asOf() + ": " + found).stream())).isEmpty();
    }

    /** The difference that the fewest facts of an applicant show. */
    private static Stream<String> told(Opinions opinions, Applicant applicant) {
        if (opinions.difference(applicant.facts(), applicant.asOf()).isEmpty()) {
            return Stream.empty();
        }
        Applicant small = Shrinking.smallest(applicant, some -> opinions.difference(some.facts(), some.asOf()).isPresent());
        return Stream.of(small.asOf() + " " + small.facts().values() + ": " + opinions.difference(small.facts(), small.asOf()).orElseThrow());
    }

    @Test
    void aDifferenceIsSeenAndShrunkToTheFactsItTurnsOn() {
        Policy read = new TinyRules().when("Exam(exam == ExamName.STEP_1, attempts >= 3)\nPerson(insideUs != true)").policy();
        RuleBase compiled = RuleBase.of(new TinyRules().when("Exam(exam == ExamName.STEP_1, attempts > 3)\nPerson(insideUs != true)").files());
        Facts facts = new Facts(Optional.empty(), Map.of("/exams/STEP_1/attempts", 3, "/exams/STEP_3/attempts", 3, "/person/insideUs", false, "/person/age", 30));
        assertThat(told(new Opinions(compiled, read), new Applicant(LocalDate.of(2026, 3, 1), "stated", facts))).singleElement().asString()
                .startsWith("2026-03-01 {").contains("/exams/STEP_1/attempts=3", "/person/insideUs=false", "misses [Found[rule=The rule, facts=[/exams/STEP_1, /person]]]")
                .doesNotContain("age", "/exams/STEP_3/attempts");
        assertThat(told(new Opinions(compiled, compiled.policy()), new Applicant(LocalDate.of(2026, 3, 1), "stated", facts))).isEmpty();
    }
}
