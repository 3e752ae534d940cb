package org.imgeligibility.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.generated.Drawn;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Found;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;

/** The quick way to outcomes comes to the same as the graph that explanations are made of. */
class TallyTest {

    private static final RuleBase SHIPPED = RuleBase.builtIn();
    private static final String[] COLOURS = {"RED", "YELLOW", "GREEN", null};

    private final Map<RuleBase, Texts> texts = new java.util.concurrent.ConcurrentHashMap<>();

    /** What both ways say of everything, where they differ. */
    private Stream<String> difference(RuleBase rules, LocalDate day, Facts facts) {
        Policy policy = rules.policy();
        Texts known = texts.computeIfAbsent(rules, any -> new Texts(policy));
        Common common = rules.on(day);
        Found found = rules.found(common, rules.sections(facts));
        Judgement quick = new Judgement(policy, known, common, rules.sections(facts), found);
        List<Match> matches = found.matches();
        Judgement whole = new Judgement(policy, known, common, rules.sections(facts), matches);
        Set<String> classifications = policy.rules().stream().flatMap(rule -> rule.all("classification").stream()).collect(java.util.stream.Collectors.toSet());
        assertThat(quick.contradictions()).isEqualTo(whole.contradictions());
        return policy.readings().stream().filter(reading -> known.inForce(common, reading).tally().isPresent())
                .flatMap(reading -> difference(quick.outcomes(reading, policy.questions().keySet(), classifications), whole.outcomes(reading, policy.questions().keySet(), classifications)));
    }

    private static Stream<String> difference(Map<String, String> quick, Map<String, String> whole) {
        return quick.equals(whole) ? Stream.empty() : Stream.of(quick + " but " + whole);
    }

    @Test
    void theShippedPolicyHasOne() {
        assertThat(SHIPPED.policy().readings()).allSatisfy(reading -> assertThat(new Texts(SHIPPED.policy()).inForce(SHIPPED.on(LocalDate.of(2026, 11, 21)), reading).tally()).isPresent());
    }

    @Test
    void bothAgreeOnEveryFixture() {
        assertThat(Regression.of(Path.of("fixtures"), new Evaluator(SHIPPED)).fixtures().parallelStream()
                .flatMap(fixture -> difference(SHIPPED, fixture.asOf(), ApplicantReader.read(SHIPPED.policy().vocabulary(), fixture.applicant(), List.of()).facts()).map(found -> fixture.name() + ": " + found))).isEmpty();
    }

    @Test
    void bothAgreeOnEveryGeneratedApplicant() {
        assertThat(Drawn.findings(SHIPPED.policy(), "the quick way to outcomes", 400, applicant -> difference(SHIPPED, applicant.asOf(), applicant.facts()))).isEmpty();
    }

    /** Conclusions that hang on requirements which are met, not met or not known, two of them at once. */
    @Test
    void bothAgreeHoweverGuardsTurnOut() {
        RuleBase lights = RuleBase.of(new Lights()
                .question("all", "all").requires("all", "\"hanging\", \"light/A\"").question("any", "any").requires("any", "\"hanging\", \"light/B\"")
                .question("none", "none").requires("none", "\"hanging\") @unless(\"light/D\"").set("hanging", "all")
                .rule("@requirement(\"hanging\") @where(\"light/A\") @says(\"One.\") @source(\"book\")", "met")
                .rule("@requirement(\"hanging\") @unless(\"light/A\") @says(\"Two.\") @source(\"book\")", "barred")
                .rule("@requirement(\"hanging\") @where(\"light/B\") @says(\"Three.\") @next(\"Wait.\") @source(\"book\")", "notYet")
                .rule("@requirement(\"hanging\") @unless(\"light/C\") @says(\"Four.\") @source(\"book\")", "met")
                .rule("@requirement(\"any\") @where(\"light/D\") @source(\"book\")", "notApplicable").files());
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(new Texts(lights.policy()).inForce(lights.on(day), "stated").tally()).isPresent();
        assertThat(colourings().stream().flatMap(facts -> difference(lights, day, facts))).isEmpty();
    }

    private static List<Facts> colourings() {
        List<Map<String, Object>> all = List.of(Map.of());
        for (String name : List.of("A", "B", "C", "D")) {
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> one : all) {
                for (String colour : COLOURS) {
                    Map<String, Object> next = new LinkedHashMap<>(one);
                    if (colour != null) {
                        next.put("/lights/" + name + "/colour", colour);
                    }
                    more.add(next);
                }
            }
            all = more;
        }
        return all.stream().map(values -> new Facts(Optional.empty(), values)).toList();
    }

    /** Where rules are at fault only the graph can say how. */
    @Test
    void aCircleOrASetThatIsConcludedOnHasNone() {
        RuleBase circle = RuleBase.of(new Lights().question("first", "all").set("second", "all").requires("first", "\"second\"").requires("second", "\"first\"").files());
        RuleBase both = RuleBase.of(new Lights().question("all", "all").requires("all", "\"light/A\"").rule("@requirement(\"all\") @says(\"Yes.\") @source(\"book\")", "met").files());
        assertThat(Stream.of(circle, both)).allSatisfy(rules -> assertThat(new Texts(rules.policy()).inForce(rules.on(LocalDate.of(2026, 3, 1)), "stated").tally()).isEmpty());
    }
}
