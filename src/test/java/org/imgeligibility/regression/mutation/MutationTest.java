package org.imgeligibility.regression.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the rules are made, caught by fixtures that contradict them, and shown with the case that was missing. */
class MutationTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final Policy POLICY = EVALUATOR.policy();
    private static final List<Fixture> FIXTURES = Regression.of(Path.of("fixtures/experience"), EVALUATOR).fixtures();
    private static final String FILE = "experience/experience.drl";

    @TempDir
    private Path folder;

    @Test
    void everyKindOfEditIsMadeAndEachHasANameOfItsOwn() {
        List<Mutant> all = new Mutation(POLICY, List.of()).mutants(any -> true);
        assertThat(all.stream().map(Mutant::id).collect(Collectors.toSet())).hasSameSizeAs(all);
        assertThat(all).extracting(Mutant::diff).contains(
                "  - takenOn <= one.takenOn.plusYears(window.value)\n",
                "  - takenOn <= one.takenOn.plusYears(window.value)\n  + takenOn < one.takenOn.plusYears(window.value)\n",
                "  - outcome == \"PASSED\"\n  + outcome == \"FAILED\"\n",
                "  - conclude.met\n  + conclude.notYet\n", "  - conclude.notYet\n  + conclude.barred\n",
                "  - date-effective 2024-01-01\n  + date-effective 2024-01-02\n",
                "  - @reading(\"stated\")\n", "  - @unless(\"not-an-img\")\n", "  - rule \"There are too few credit years\"\n",
                "  - imgMonths: 24\n  + imgMonths: 25\n", "  - certificate: YES\n  + certificate: NO\n", "  - until: 2021-07-01\n  + until: 2021-06-30\n");
    }

    @Test
    void everyRuleThatDecidesIsEdited() {
        List<Mutant> all = new Mutation(POLICY, List.of()).mutants(any -> true);
        assertThat(POLICY.rules().stream().filter(Deciding::decides).map(rule -> "rule \"" + rule.name() + "\"").toList())
                .isNotEmpty().isSubsetOf(all.stream().map(Mutant::subject).collect(Collectors.toSet()));
    }

    @Test
    void whatAFixtureContradictsIsCaughtAndWithoutTheFixtureItSurvives() {
        Mutation with = new Mutation(POLICY, FIXTURES);
        Mutation without = new Mutation(POLICY, FIXTURES.stream().filter(fixture -> !fixture.questions().contains("clerkship")).toList());
        Mutant edit = with.mutants(FILE::equals).stream().filter(one -> one.before().equals("conclude.met") && one.subject().contains("enrolled")).findFirst().orElseThrow();
        assertThat(with.isCaught(edit)).isTrue();
        assertThat(without.isCaught(edit)).isFalse();
    }

    @Test
    void theSketchOfASurvivorCatchesItOnceItIsAFixture() throws IOException {
        Mutation mutation = new Mutation(POLICY, List.of());
        Search search = new Search(mutation);
        Sketch sketch = new Sketch(POLICY.vocabulary());
        List<Mutant> edits = mutation.mutants(FILE::equals);
        List<Mutant> shown = edits.stream().filter(edit -> search.witness(edit, 1, 100).isPresent()).limit(5).toList();
        assertThat(shown).hasSize(5);
        for (Mutant edit : shown) {
            assertThat(mutation.isCaught(edit)).isFalse();
            Witness witness = search.witness(edit, 1, 100).orElseThrow();
            String name = "case-" + edits.indexOf(edit) + ".yaml";
            String text = "topic: experience\nabout: A sketch.\ncases:\n" + sketch.of(witness).stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve(name), text.replace("id: ...", "id: sketched").replace("says: ...", "says: Sketched.") + "\n");
            Regression sketched = Regression.of(folder.resolve(name), EVALUATOR);
            assertThat(sketched.run().isClean()).as(text).isTrue();
            assertThat(new Mutation(POLICY, sketched.fixtures()).isCaught(edit)).as(edit.id() + text).isTrue();
        }
    }

    @Test
    void theReportCountsByFileAndLeavesListedEquivalentsOut() {
        MutationReport report = new MutationRun(POLICY, FIXTURES, Map.of(), 1, 20).run(FILE::equals, count -> () -> { });
        assertThat(report.problems()).isEmpty();
        assertThat(report.byFile()).containsOnlyKeys(FILE);
        assertThat(report.total().reached() + report.survivors().size()).isEqualTo(report.total().total());
        assertThat(report.unheard()).isPositive();
        Map<String, String> listed = report.survivors().stream().limit(1).collect(Collectors.toMap(one -> one.mutant().id(), one -> "It changes nothing."));
        MutationReport again = new MutationRun(POLICY, FIXTURES, listed, 1, 0).run(FILE::equals, count -> () -> { });
        assertThat(again.total().total()).isEqualTo(report.total().total() - listed.size());
        assertThat(again.equivalent()).isEqualTo(listed.size());
    }

    @Test
    void anUnknownOrTooLongListOfEquivalentsIsAProblem() {
        List<Mutant> all = new Mutation(POLICY, List.of()).mutants(FILE::equals);
        Map<String, String> tooMany = new HashSet<>(all).stream().collect(Collectors.toMap(Mutant::id, one -> "why"));
        assertThat(new MutationRun(POLICY, List.of(), tooMany, 1, 0).run(FILE::equals, count -> () -> { }).problems()).anySatisfy(problem -> assertThat(problem.message()).contains("more than 3 %"));
        assertThat(new MutationRun(POLICY, List.of(), Map.of(FILE + " | nothing", "why"), 1, 0).run(FILE::equals, count -> () -> { }).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("no edit is called"));
    }

    @Test
    void fixturesThatFailAnywayAreAProblem() throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, "topic: experience\nabout: A wrong one.\ncases:\n  - { id: wrong, says: S, asOf: 2026-03-01, applicant: { education: { stage: STUDENT } }, expect: { clerkship: INELIGIBLE } }\n");
        List<Fixture> fixtures = new ArrayList<>(Regression.of(file, EVALUATOR).fixtures());
        assertThat(new MutationRun(POLICY, fixtures, Map.of(), 1, 0).run(FILE::equals, count -> () -> { }).problems()).anySatisfy(problem -> assertThat(problem.path()).contains("wrong"));
    }
}
