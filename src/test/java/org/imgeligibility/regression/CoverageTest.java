package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Coverage.Count;
import org.imgeligibility.regression.Coverage.Item;
import org.imgeligibility.regression.Coverage.Kind;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fixtures reach of a policy of a few rules, whose every part can be counted by hand. */
class CoverageTest {

    private static Evaluator evaluator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() {
        evaluator = new Evaluator(RuleBase.of(new TinyRules().rules("""
                rule "A licence needs age" @requirement("licence") @requires("adult") @source("handbook") when AsOf() then conclude.require(drools); end
                rule "Of age" @requirement("adult") @says("Of age.") @source("handbook") when Person(age >= 18) then conclude.met(drools); end
                rule "Too young" @requirement("adult") @says("Too young.") @next("Wait.") @source("handbook") when Person(age < 18) then conclude.notYet(drools); end
                rule "A wait is told" @requirement("licence") @says("Wait {limit.value} months.") @source("{limit.source}")
                when limit : Limit(id == "WAIT") then conclude.note(drools); end
                rule "Nobody is that old" @says("Too old.") when Person(age > 150) then conclude.refuse(drools); end
                rule "Step 1" @requirement("exam/STEP_1") @says("Passed.") @source("handbook") date-effective "2015-01-01" date-expires "2016-01-01"
                when Exam(exam == ExamName.STEP_1, outcome == Outcome.PASSED) then conclude.met(drools); end
                """).files()));
    }

    private Coverage coverage(String... cases) throws IOException {
        Path file = Files.writeString(folder.resolve("some.yaml"), "cases:\n" + String.join("\n", List.of(cases)) + "\n");
        Regression regression = Regression.of(file, evaluator);
        assertThat(regression.run().isClean()).isTrue();
        return regression.coverage();
    }

    private static String one(String id, String asOf, String applicant, String expect) {
        return "  - { id: " + id + ", says: S, asOf: " + asOf + ", applicant: { person: { " + applicant + " } }, expect: { " + expect + " } }";
    }

    private static List<String> unreached(Coverage coverage, Kind kind) {
        return coverage.items().stream().filter(item -> item.kind() == kind && !item.reached()).map(Item::what).toList();
    }

    private static final String GROWN = one("a", "2024-01-01", "age: 18", "licence: ELIGIBLE");

    @Test
    void everythingThatCanBeReachedIsCountedByKind() throws IOException {
        Coverage coverage = coverage(GROWN);
        assertThat(coverage.byKind()).containsEntry(Kind.RULE, new Count(3, 6)).containsEntry(Kind.ROW, new Count(1, 4))
                .containsEntry(Kind.STATUS, new Count(1, 3)).containsEntry(Kind.OUTCOME, new Count(1, 3)).containsEntry(Kind.EDGE, new Count(0, 5));
        assertThat(coverage.total()).isEqualTo(new Count(6, 21));
        assertThat(coverage.byFile()).containsOnlyKeys("agencies.csv", "limits.csv", "questions.yaml", "rules.drl");
    }

    @Test
    void whatNoFixtureReachesIsNamed() throws IOException {
        Coverage coverage = coverage(GROWN);
        assertThat(unreached(coverage, Kind.RULE)).containsExactly("Too young", "Nobody is that old", "Step 1");
        assertThat(unreached(coverage, Kind.ROW)).containsExactlyInAnyOrder("WAIT", "CAAM", "NVAO");
        assertThat(unreached(coverage, Kind.STATUS)).containsExactly("adult: NOT_YET", "adult: UNKNOWN");
        assertThat(unreached(coverage, Kind.OUTCOME)).containsExactly("licence: NOT_YET", "licence: UNDETERMINED");
        assertThat(unreached(coverage, Kind.EDGE)).containsExactlyInAnyOrder("Step 1: first day, 2015-01-01", "Step 1: last day, 2015-12-31",
                "WAIT: first day, 2010-01-01", "WAIT: last day, 2019-12-31", "WAIT: first day, 2020-01-01");
    }

    @Test
    void anEdgeIsReachedOnItsVeryDayAlone() throws IOException {
        Coverage coverage = coverage(one("a", "2019-12-31", "age: 18", "licence: ELIGIBLE"), one("b", "2020-01-02", "age: 17", "licence: NOT_YET"));
        assertThat(unreached(coverage, Kind.EDGE)).contains("WAIT: first day, 2010-01-01", "WAIT: first day, 2020-01-01").doesNotContain("WAIT: last day, 2019-12-31");
        assertThat(unreached(coverage, Kind.ROW)).containsExactlyInAnyOrder("CAAM", "NVAO");
    }

    @Test
    void aRefusalIsReachedByTheCaseThatExpectsIt() throws IOException {
        assertThat(unreached(coverage(one("a", "2024-01-01", "age: 151", "refused: [/person/age]")), Kind.RULE)).doesNotContain("Nobody is that old").contains("Of age");
    }

    @Test
    void aShareIsNeverRoundedUp() {
        Count nearly = new Count(19_999, 20_000);
        assertThat(nearly.percent()).isEqualByComparingTo("99.99");
        assertThat(nearly.isAtLeast(new BigDecimal("99.995"))).isTrue();
        assertThat(nearly.isAtLeast(new BigDecimal("99.9951"))).isFalse();
        assertThat(new Count(2, 3).isAtLeast(new BigDecimal("66.67"))).isFalse();
        assertThat(new Count(0, 0).isAtLeast(new BigDecimal("100"))).isTrue();
    }
}
