package org.imgeligibility.regression.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the real rules, each with what must be told of it. */
class RuleDiffTest {

    private static final Path RULES = Path.of("rules");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final RuleDiff.Interest ALL = new RuleDiff.Interest(List.of(), any -> true, false);

    @TempDir
    private Path folder;
    private Path edited;

    @BeforeEach
    void copyRules() throws IOException {
        edited = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.toList()) {
                Files.copy(file, edited.resolve(RULES.relativize(file).toString()));
            }
        }
    }

    private void edit(String file, String before, String after) throws IOException {
        String text = Files.readString(edited.resolve(file));
        assertThat(text).as("what is edited stands in " + file).contains(before);
        Files.writeString(edited.resolve(file), text.replace(before, after));
    }

    private RuleDiff diff() {
        return RuleDiff.of(RULES, edited);
    }

    private DiffReport of(String... applicants) {
        RuleDiff diff = diff();
        return diff.run(diff.lines("some.jsonl", List.of(applicants), DAY), ALL, () -> { });
    }

    private static String outcome(Path rules, Group group, Facts facts) {
        return new Evaluator(RuleBase.of(rules)).outcomes(facts, group.witness().applicant().asOf(), List.of(group.witness().applicant().reading()), Set.of(group.of().get(0)), List.of())
                .get(group.witness().applicant().reading()).get(group.of().get(0));
    }

    /** A witness shows the difference, and no fact of it can be spared. */
    private void assertSmallest(Group group) {
        Facts facts = group.witness().applicant().facts();
        assertThat(outcome(RULES, group, facts)).isEqualTo(group.before());
        assertThat(outcome(edited, group, facts)).isEqualTo(group.after());
        facts.values().keySet().forEach(path -> assertThat(List.of(outcome(RULES, group, facts.without(path)), outcome(edited, group, facts.without(path))))
                .as("without " + path).isNotEqualTo(List.of(group.before(), group.after())));
    }

    private static Group group(DiffReport report, String question) {
        return report.groups().stream().filter(group -> group.of().contains(question)).findFirst().orElseThrow(() -> new AssertionError("no group of " + question + " in " + report.groups()));
    }

    @Test
    void aNumberMovedByOneTurnsThoseAtTheEdgeAlone() throws IOException {
        edit("parameters.csv", "CREDIT_YEARS,4,", "CREDIT_YEARS,5,");
        String three = "{\"school\":{\"country\":\"IN\"},\"education\":{\"creditYears\":3},\"ecfmg\":{\"certified\":false}}";
        DiffReport report = of(three, three.replace("3", "4"), three.replace("3", "5"));
        assertThat(report.changes()).singleElement().satisfies(change -> {
            assertThat(change.what() + " " + change.how() + " " + change.file() + " " + change.name()).isEqualTo("table row CHANGED parameters.csv CREDIT_YEARS");
            assertThat(change.diff()).contains("- value: 4", "+ value: 5");
        });
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.groups()).extracting(Group::after).containsOnly("INELIGIBLE");
        Group group = group(report, "ecfmg-certification");
        assertThat(group.direction()).isEqualTo(Direction.DECIDED);
        assertThat(group.witness().applicant().facts().values()).containsEntry("/education/creditYears", 4.0);
        assertThat(group.witness().after()).isEqualTo("The medical education has only 4 credit years; at least 5 are needed.");
        assertThat(report.periods()).containsExactly(new Period(Optional.empty(), Optional.empty(), true));
        assertSmallest(group);
    }

    @Test
    void aDateMovedByADayDiffersOnThatDayAlone() throws IOException {
        edit("certification/certification.drl", "date-effective \"2024-01-01\"", "date-effective \"2024-01-02\"");
        DiffReport report = of("{\"school\":{\"country\":\"IN\",\"accreditor\":\"NONE\",\"accredited\":false},\"ecfmg\":{\"certified\":false}}");
        assertThat(report.changes()).singleElement().satisfies(change -> assertThat(change.diff()).contains("-     date-effective \"2024-01-01\"", "+     date-effective \"2024-01-02\""));
        assertThat(report.differing()).as("on its own day, years later").isZero();
        Group group = group(report, "ecfmg-certification");
        assertThat(group.before() + " " + group.after() + " " + group.readings()).isEqualTo("INELIGIBLE UNDETERMINED [stated]");
        assertThat(group.further()).isEqualTo(1);
        assertThat(report.periods()).containsExactly(new Period(Optional.of(LocalDate.of(2024, 1, 1)), Optional.of(LocalDate.of(2024, 1, 1)), true));
        assertSmallest(group);
    }

    @Test
    void withoutARuleItsApplicantsBecomeUndecided() throws IOException {
        String rule = Files.readString(edited.resolve("experience/experience.drl"));
        int begin = rule.indexOf("rule \"A student can do a clerkship\"");
        edit("experience/experience.drl", rule.substring(begin, rule.indexOf("\nend\n", begin) + 5), "");
        DiffReport report = of("{\"education\":{\"stage\":\"STUDENT\"}}", "{\"education\":{\"stage\":\"GRADUATE\"}}");
        assertThat(report.changes()).extracting(Change::how, Change::name).containsExactly(org.assertj.core.groups.Tuple.tuple(Change.How.REMOVED, "A student can do a clerkship"));
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.of()).containsExactly("clerkship");
            assertThat(group.direction()).isEqualTo(Direction.UNDECIDED);
            assertThat(group.witness().before()).isEqualTo("The person is a medical student.");
            assertThat(group.witness().applicant().facts().values()).containsOnlyKeys("/education/stage");
            assertSmallest(group);
        });
    }

    @Test
    void aRuleOfTheFutureShowsFromItsFirstDayOn() throws IOException {
        Files.writeString(edited.resolve("experience/later.drl"), """
                package org.imgeligibility.rules

                rule "From 2030 students must be in a clinical year"
                    @requirement("clerkship/enrolled")
                    @says("The person is not in a clinical year.") @next("Wait for the clinical years.")
                    @source("seed-match-guide#line 345")
                    date-effective "2030-01-01"
                when
                    Education(clinicalYear == false)
                then
                    conclude.notYet(drools);
                end
                """);
        DiffReport report = of("{\"education\":{\"stage\":\"STUDENT\",\"clinicalYear\":false}}", "{\"education\":{\"stage\":\"STUDENT\",\"clinicalYear\":true}}");
        assertThat(report.changes()).extracting(Change::how, Change::file).containsExactly(org.assertj.core.groups.Tuple.tuple(Change.How.ADDED, "experience/later.drl"));
        Group group = group(report, "clerkship");
        assertThat(group.direction()).isEqualTo(Direction.LOSES);
        assertThat(List.of(report.differing(), group.count(), group.further())).containsExactly(0, 0, 1);
        assertThat(report.periods()).containsExactly(new Period(Optional.of(LocalDate.of(2030, 1, 1)), Optional.empty(), true));
    }

    @Test
    void aCellOfOnePlaceTurnsThatPlaceAlone() throws IOException {
        edit("licensure/jurisdictions.csv", "AL,Alabama,6,6,24,", "AL,Alabama,6,6,25,");
        RuleDiff diff = diff();
        DiffReport report = diff.run(diff.generated(7, 300, Optional.empty()), ALL, () -> { });
        assertThat(report.changes()).singleElement().satisfies(change -> assertThat(change.diff()).contains("- imgMonths: 24", "+ imgMonths: 25"));
        assertThat(report.groups()).isNotEmpty().allSatisfy(group -> {
            assertThat(group.of()).containsExactly("licensure/AL");
            assertSmallest(group);
        });
        assertThat(report.groups()).extracting(Group::direction).doesNotContain(Direction.GAINS);
    }

    @Test
    void commentsLayoutAndOrderAreNoChange() throws IOException {
        Path file = edited.resolve("experience/experience.drl");
        String text = Files.readString(file);
        int begin = text.indexOf("rule \"A student can do a clerkship\"");
        int end = text.indexOf("\nend\n", begin) + 5;
        String moved = text.substring(begin, end).replace("when\n    Education(", "when // a remark\n\n  Education( ");
        Files.writeString(file, text.substring(0, begin) + text.substring(end) + "\n/* a remark */\n" + moved);
        List<String> rows = Files.readAllLines(edited.resolve("milestones.csv"));
        Collections.reverse(rows.subList(1, rows.size()));
        Files.write(edited.resolve("milestones.csv"), rows);
        DiffReport report = of("{\"education\":{\"stage\":\"STUDENT\"}}");
        assertThat(report.changes()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.otherwise()).isZero();
    }

    @Test
    void anotherSentenceIsAChangeThatTurnsNothing() throws IOException {
        edit("experience/experience.drl", "\"The person is a medical student.\"", "\"This is a medical student.\"");
        DiffReport report = of("{\"education\":{\"stage\":\"STUDENT\"}}");
        assertThat(report.changes()).singleElement().satisfies(change -> assertThat(change.diff()).contains("+     @says(\"This is a medical student.\")"));
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aFactThatOneSideKnowsIsSaidAndTheOtherSideIsAskedWithoutIt() throws IOException {
        edit("facts.drl", "    clinicalYear       : Boolean", "    onLeave            : Boolean   @label(\"On leave\")\n    clinicalYear       : Boolean");
        edit("experience/experience.drl", "    Education(stage == Stage.STUDENT)", "    Education(stage == Stage.STUDENT, onLeave == false)");
        DiffReport report = of("{\"education\":{\"stage\":\"STUDENT\",\"onLeave\":true}}", "{\"education\":{\"stage\":\"STUDENT\",\"onLeave\":false}}", "{\"education\":{\"hobby\":true}}");
        assertThat(report.changes()).extracting(Change::what, Change::name).contains(org.assertj.core.groups.Tuple.tuple("fact", "education.onLeave"));
        assertThat(report.unknown()).containsExactly("/education/onLeave");
        assertThat(report.differing()).isEqualTo(1);
        assertThat(report.subjects().problems()).singleElement().asString().isEqualTo("some.jsonl:3: /education/hobby: no such field.");
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void bothFoldersAreToldAllThatIsWrongWithThem() throws IOException {
        edit("experience/experience.drl", "conclude.met(drools)", "conclude.meet(drools)");
        edit("parameters.csv", "CREDIT_YEARS,4,", "CREDIT_YEARS,four,");
        assertThatThrownBy(() -> RuleDiff.of(folder.resolve("none"), edited)).isInstanceOfSatisfying(InputException.class, wrong -> assertThat(wrong.getMessage())
                .contains("none: no such folder of rules", "rules/experience/experience.drl:", "cannot conclude 'meet'", "rules/parameters.csv:8: column 'value'"));
    }
}
