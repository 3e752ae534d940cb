package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of the rule language do that hang on something else, or stand beside verdicts. */
class WordsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final String PASSES = """
            rule "Passed" @requirement("exam/STEP_1") @says("Passed.") @source("handbook")
            when Exam(exam == ExamName.STEP_1, outcome == Outcome.PASSED) then conclude.met(drools); end
            rule "Failed" @requirement("exam/STEP_1") @says("Failed.") @source("handbook")
            when Exam(exam == ExamName.STEP_1, outcome == Outcome.FAILED) then conclude.barred(drools); end
            """;
    private static final String LICENCE = """
            rule "Of age" @requirement("licence") @requires("adult") @source("handbook") when AsOf() then conclude.require(drools); end
            """;

    private static VerdictDocument document(String rules, String applicant) {
        RuleBase base = RuleBase.of(new TinyRules().declaring("""
                declare Case @table("cases.csv") @key("id")
                    id : Integer  title : String  countries : List @of("Country")
                end
                declare Sitting @section("sitting")
                    result : Outcome
                    tries  : Integer @impliedBy("result", "FAILED", "0")
                end
                """).with("cases.csv", "id,title,countries\n18,eighteen,JM|BB\n30,thirty,NL\n").rules(PASSES + LICENCE + rules).files());
        return new Evaluator(base).evaluate(applicant, new Request(DAY, "stated", List.of(), true));
    }

    private static Verdict licence(String rules, String applicant) {
        return document(rules, applicant).verdicts().get(0);
    }

    private static String adult(String word, String patterns, String metadata) {
        String next = word.equals("notYet") ? " @next(\"Wait.\")" : "";
        return "rule \"" + word + patterns.hashCode() + metadata.hashCode() + "\" @requirement(\"adult\") " + metadata + " @says(\"It is so: " + word + ".\")" + next
                + " @source(\"handbook\") when " + patterns + " then conclude." + word + "(drools); end\n";
    }

    private static final String HANGING = adult("met", "Person(age >= 18)", "@where(\"exam/STEP_1\")") + adult("notYet", "Person(age < 18)", "@where(\"exam/STEP_1\")")
            + adult("met", "Person(age >= 21)", "@unless(\"exam/STEP_1\")") + adult("notYet", "Person(age < 21)", "@unless(\"exam/STEP_1\")");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "18, PASSED, ELIGIBLE, -", "17, PASSED, NOT_YET, -", "20, FAILED, NOT_YET, -", "21, FAILED, ELIGIBLE, -",
        "17, -, NOT_YET, -", "21, -, ELIGIBLE, -", "18, -, UNDETERMINED, /exams/STEP_1/outcome", "-, PASSED, UNDETERMINED, /person/age",
        "-, -, UNDETERMINED, /exams/STEP_1/outcome /person/age"})
    void aFindingThatHangsOnARequirementCountsWhereThatIsDecidedSo(String age, String exam, Outcome outcome, String missing) {
        Verdict verdict = licence(HANGING, "{\"person\":{\"age\":" + (age == null ? "null" : age) + "},\"exams\":["
                + (exam == null ? "" : "{\"exam\":\"STEP_1\",\"outcome\":\"" + exam + "\"}") + "]}");
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.missing()).containsExactly(missing == null ? new String[0] : missing.split(" "));
        assertThat(verdict.because()).containsExactly("adult");
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void whatAFindingHangsOnIsAmongItsReasonsAndFacts() {
        var leaf = licence(HANGING, "{\"person\":{\"age\":18},\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"PASSED\"}]}").requirement().children().get(0);
        assertThat(leaf.reasons()).extracting(Reason::explanation).containsExactly("It is so: met.", "Passed.");
        assertThat(leaf.facts()).containsOnlyKeys("/person/age", "/exams/STEP_1/outcome");
    }

    @Test
    void whatHoldsEitherWayShowsBothSentences() {
        var leaf = licence(HANGING, "{\"person\":{\"age\":21}}").requirement().children().get(0);
        assertThat(leaf.reasons()).extracting(reason -> reason.rule().name().endsWith(String.valueOf("@where(\"exam/STEP_1\")".hashCode()))).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'[\"JM\"]', true", "'[\"JM\",\"BB\"]', true", "'[\"JM\",\"NL\"]', false", "'[]', false", "-, -"})
    void aListLiesWithinAnotherWhenItHasMembersAndAllStandThere(String citizenships, Boolean within) {
        String rules = adult("met", "c : Case(id == 18) Person(citizenships within c.countries)", "") + adult("barred", "c : Case(id == 18) Person(citizenships not within c.countries)", "");
        Outcome outcome = licence(rules, "{\"person\":{\"citizenships\":" + (citizenships == null ? "null" : citizenships) + "}}").outcome();
        assertThat(outcome).isEqualTo(within == null ? Outcome.UNDETERMINED : within ? Outcome.ELIGIBLE : Outcome.INELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({"18, ELIGIBLE", "30, ELIGIBLE", "19, INELIGIBLE"})
    void aTableStandsForItsKeys(int age, Outcome outcome) {
        String rules = adult("met", "Person(age in Case)", "") + adult("barred", "Person(age not in Case)", "");
        assertThat(licence(rules, "{\"person\":{\"age\":" + age + "}}").outcome()).isEqualTo(outcome);
    }

    @Test
    void aValueThatFollowsFromAnotherIsKnownAndTheOtherIsCited() {
        var verdict = licence(adult("met", "Sitting(tries < 3)", ""), "{\"sitting\":{\"result\":\"FAILED\"}}");
        assertThat(verdict.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(verdict.requirement().children().get(0).facts()).containsOnlyKeys("/sitting/result");
    }

    @Test
    void aDoubtLowersTheConfidenceAndANoteDoesNot() {
        String note = "rule \"Beside\" @requirement(\"licence\") @says(\"Beside.\") @source(\"handbook\") @confidence(\"low\") when AsOf() then conclude.%s(drools); end\n";
        assertThat(licence(HANGING + note.formatted("doubt"), "{\"person\":{\"age\":21}}").confidence().spelling()).isEqualTo("low");
        assertThat(licence(HANGING + note.formatted("note"), "{\"person\":{\"age\":21}}").confidence().spelling()).isEqualTo("high");
    }

    @Test
    void aNoteThatHangsOnARequirementIsShownOnceThatIsDecided() {
        String note = HANGING + "rule \"Beside\" @requirement(\"licence\") @where(\"exam/STEP_1\") @says(\"Beside.\") @source(\"handbook\") when AsOf() then conclude.note(drools); end\n";
        assertThat(licence(note, "{\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"PASSED\"}]}").notes()).hasSize(1);
        assertThat(licence(note, "{\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"FAILED\"}]}").notes()).isEmpty();
        assertThat(licence(note, "{}").notes()).isEmpty();
    }

    @Test
    void eventsStandInTheOrderOfTheirDaysAndContextBesideThem() {
        String rules = """
                rule "Later" @on("{e.takenOn.plusYears(7)}") @says("It ends.") @source("handbook") when e : Exam(takenOn != null) then conclude.event(drools); end
                rule "Sooner" @on("{e.takenOn}") @says("It began.") @source("handbook") when e : Exam(takenOn != null) then conclude.event(drools); end
                rule "Aside" @says("{c.title} is a number.") @source("handbook") when c : Case(id == 18) then conclude.context(drools); end
                """;
        VerdictDocument document = document(rules, "{\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"PASSED\",\"takenOn\":\"2020-02-29\"}]}");
        assertThat(document.calendar()).extracting(VerdictDocument.Event::day).containsExactly(LocalDate.of(2020, 2, 29), LocalDate.of(2027, 2, 28));
        assertThat(document.context()).extracting(Reason::explanation).containsExactly("eighteen is a number.");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(problems("@on(\"{p.age}\")", "event")).contains("one day in braces");
        assertThat(problems("@on(\"soon\")", "event")).contains("one day in braces");
        assertThat(problems("@where(\"adult\") @on(\"{t.day}\")", "event")).contains("mean nothing");
        assertThat(problems("@requirement(\"adult\") @where(\"exam/{e.exam}\")", "met")).contains("without braces");
        assertThat(problems("@requirement(\"adult\") @where(\"licence\") @unless(\"licence\")", "met")).contains("one other requirement at most");
    }

    private static String problems(String metadata, String word) {
        return String.join("\n", new TinyRules().rules("rule \"The rule\" " + metadata + " @says(\"It holds.\") @source(\"handbook\")\nwhen t : AsOf() p : Person() e : Exam()\nthen conclude."
                + word + "(drools); end\n").problems());
    }
}
