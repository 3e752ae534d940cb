package org.imgeligibility.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;

/** The combining of statuses against a second writing of the same logic, over every colouring of four lights. */
class LogicTest {

    private static final List<String> NAMES = List.of("A", "B", "C", "D");
    private static final String[] COLOURS = {"RED", "YELLOW", null, "GREEN"};
    private static final int BARRED = 0;
    private static final int NOT_YET = 1;
    private static final int UNKNOWN = 2;
    private static final int MET = 3;
    /** Not a status: the question is not applicable. */
    private static final int LEFT_OUT = 4;
    private static final String[] OUTCOMES = {"INELIGIBLE", "NOT_YET", "UNDETERMINED", "ELIGIBLE", "NOT_APPLICABLE"};

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.of(new Lights()
            .question("all", "all").requires("all", "\"light/A\", \"light/B\", \"light/C\"")
            .question("any", "any").requires("any", "\"light/A\", \"light/B\", \"light/C\"")
            .question("none", "none").requires("none", "\"light/A\", \"light/B\", \"light/C\"")
            .question("nested", "all").set("inner", "any").set("innermost", "none")
            .requires("nested", "\"inner\", \"light/D\"").requires("inner", "\"light/A\", \"innermost\"").requires("innermost", "\"light/B\", \"light/C\"")
            .question("excluded", "all").requires("excluded", "\"light/A\"").rule("@requirement(\"excluded\") @where(\"light/D\") @source(\"book\")", "notApplicable")
            .question("asks-excluded", "all").requires("asks-excluded", "\"excluded\", \"light/B\"")
            .question("any-excluded", "any").requires("any-excluded", "\"excluded\", \"light/B\"")
            .question("guarded", "all").requires("guarded", "\"light/A\") @unless(\"light/D\"").requires("guarded", "\"light/B\"")
            .question("nothing", "all")
            .question("weak", "all").requires("weak", "\"light/A\"").rule("@requirement(\"weak\") @requires(\"light/B\") @source(\"rumour\")", "require")
            .files()));

    /** Status of each light by name, as an index into the four statuses. */
    private static final Map<String, Function<Map<String, Integer>, Integer>> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("all", on -> worst(on.get("A"), on.get("B"), on.get("C")));
        EXPECTED.put("any", on -> best(on.get("A"), on.get("B"), on.get("C")));
        EXPECTED.put("none", on -> none(on.get("A"), on.get("B"), on.get("C")));
        EXPECTED.put("nested", on -> worst(best(on.get("A"), none(on.get("B"), on.get("C"))), on.get("D")));
        EXPECTED.put("excluded", on -> excluded(on.get("D"), on.get("A")));
        EXPECTED.put("asks-excluded", on -> worst(excluded(on.get("D"), on.get("A")), on.get("B")));
        EXPECTED.put("any-excluded", on -> best(excluded(on.get("D"), on.get("A")), on.get("B")));
        EXPECTED.put("guarded", on -> worst(on.get("D") == MET ? MET : on.get("D") == UNKNOWN ? best(UNKNOWN, on.get("A")) : on.get("A"), on.get("B")));
        EXPECTED.put("nothing", on -> UNKNOWN);
        EXPECTED.put("weak", on -> worst(on.get("A"), on.get("B")));
    }

    private static int worst(int... members) {
        return Arrays.stream(members).filter(member -> member != LEFT_OUT).min().orElse(MET);
    }

    private static int best(int... members) {
        return Arrays.stream(members).filter(member -> member != LEFT_OUT).max().orElse(BARRED);
    }

    private static int none(int... members) {
        int best = best(members);
        return best == MET ? BARRED : best == UNKNOWN ? UNKNOWN : MET;
    }

    private static int excluded(int where, int status) {
        return where == MET ? LEFT_OUT : where == UNKNOWN ? UNKNOWN : status;
    }

    @Test
    void everyColouringComesOutAsTheLogicSays() {
        for (Map<String, Integer> lights : colourings()) {
            Map<String, Verdict> verdicts = verdicts(lights);
            EXPECTED.forEach((question, status) -> assertThat(verdicts.get(question).outcome().name()).as("%s with %s", question, lights)
                    .isEqualTo(OUTCOMES[status.apply(lights)]));
        }
    }

    @Test
    void aFactIsMissingExactlyWhenSomeValueOfItWithSomeOfTheOthersChangesTheOutcome() {
        for (Map<String, Integer> lights : colourings()) {
            Map<String, Verdict> verdicts = verdicts(lights);
            EXPECTED.forEach((question, status) -> assertThat(new TreeSet<>(verdicts.get(question).missing())).as("%s with %s", question, lights)
                    .isEqualTo(missing(status, lights)));
        }
    }

    private static Set<String> missing(Function<Map<String, Integer>, Integer> status, Map<String, Integer> lights) {
        Set<String> missing = new TreeSet<>();
        List<String> unknown = NAMES.stream().filter(name -> lights.get(name) == UNKNOWN).toList();
        for (String name : unknown) {
            List<String> others = unknown.stream().filter(other -> !other.equals(name)).toList();
            if (completions(lights, others).stream().anyMatch(some -> completions(some, List.of(name)).stream().map(status).distinct().count() > 1)) {
                missing.add("/lights/" + name + "/colour");
            }
        }
        return missing;
    }

    /** Every colouring in which the named lights take any status. */
    private static List<Map<String, Integer>> completions(Map<String, Integer> lights, List<String> names) {
        List<Map<String, Integer>> all = List.of(lights);
        for (String name : names) {
            List<Map<String, Integer>> more = new ArrayList<>();
            for (Map<String, Integer> one : all) {
                for (int status = BARRED; status <= MET; status++) {
                    Map<String, Integer> next = new LinkedHashMap<>(one);
                    next.put(name, status);
                    more.add(next);
                }
            }
            all = more;
        }
        return all;
    }

    private static List<Map<String, Integer>> colourings() {
        return completions(Map.of(), NAMES);
    }

    private static Map<String, Verdict> verdicts(Map<String, Integer> lights) {
        Map<String, Object> values = new LinkedHashMap<>();
        lights.forEach((name, status) -> {
            if (COLOURS[status] != null) {
                values.put("/lights/" + name + "/colour", COLOURS[status]);
            }
        });
        return verdicts(EVALUATOR, values);
    }

    private static Map<String, Verdict> verdicts(Evaluator evaluator, Map<String, Object> values) {
        VerdictDocument document = evaluator.evaluate(new Facts(Optional.empty(), values), new Request(LocalDate.of(2026, 3, 1), "stated", List.of(), false));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        document.verdicts().forEach(verdict -> verdicts.put(verdict.question(), verdict));
        return verdicts;
    }

    @Test
    void theDecidingLeavesAreTheWorstOfASetAndTheBestOfAlternatives() {
        Map<String, Verdict> verdicts = verdicts(Map.of("A", NOT_YET, "B", MET, "C", NOT_YET, "D", MET));
        assertThat(verdicts.get("all").because()).containsExactly("light/A", "light/C");
        assertThat(verdicts.get("any").because()).containsExactly("light/B");
        assertThat(verdicts.get("excluded").because()).containsExactly("light/D");
    }

    @Test
    void theConfidenceIsThatOfTheWeakestDecidingSource() {
        assertThat(verdicts(Map.of("A", MET, "B", BARRED, "C", MET, "D", MET)).get("weak").confidence()).isEqualTo(Confidence.LOW);
        assertThat(verdicts(Map.of("A", BARRED, "B", MET, "C", MET, "D", MET)).get("weak").confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void aCircleOfRequirementsIsNamed() {
        Evaluator circle = new Evaluator(RuleBase.of(new Lights().question("first", "all").set("second", "all").set("third", "all")
                .requires("first", "\"second\"").requires("second", "\"third\"").requires("third", "\"second\"").files()));
        assertThatThrownBy(() -> verdicts(circle, Map.of())).isInstanceOf(RuleFault.class).hasMessageContaining("second -> third -> second");
    }

    @Test
    void rulesThatDisagreeAreToldAndTheWorseCounts() {
        Evaluator quarrel = new Evaluator(RuleBase.of(new Lights().question("all", "all").requires("all", "\"light/A\"")
                .rule("@requirement(\"light/A\") @says(\"No.\") @source(\"book\")", "barred").files()));
        Verdict verdict = verdicts(quarrel, Map.of("/lights/A/colour", "GREEN")).get("all");
        assertThat(verdict.outcome()).isEqualTo(Outcome.INELIGIBLE);
        assertThat(verdict.faults()).singleElement().asString().contains("It is green", "Rule 1");
    }

    @Test
    void aRequirementCannotBothNeedOthersAndBeConcludedOn() {
        Evaluator both = new Evaluator(RuleBase.of(new Lights().question("all", "all").requires("all", "\"light/A\"")
                .rule("@requirement(\"all\") @says(\"Yes.\") @source(\"book\")", "met").files()));
        assertThatThrownBy(() -> verdicts(both, Map.of())).isInstanceOf(RuleFault.class).hasMessageContaining("'all' needs other requirements");
    }
}
