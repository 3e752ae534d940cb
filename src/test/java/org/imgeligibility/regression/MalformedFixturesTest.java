package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way a fixture can be malformed is told with file, line and a way out, and fails the run. */
class MalformedFixturesTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());

    @TempDir
    private Path folder;

    private List<String> problems(String content) throws IOException {
        Files.writeString(folder.resolve("some.yaml"), content);
        Regression.Result result = Regression.of(folder.resolve("some.yaml"), EVALUATOR).run();
        assertThat(result.isClean()).isFalse();
        return result.problems().stream().map(Problem::toString).map(problem -> problem.replace(folder.getFileName() + "/", "")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { id: a, says: S, expect: { ecfmg-aplication: ELIGIBLE } } | no question or classification is called 'ecfmg-aplication'. Maybe ecfmg-application.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, because: usmle-id } } } | 'because' is a list of names, not 'usmle-id'. Write [one, another], or [] for none.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, missing: /ecfmg/hasId } } } | 'missing' is a list of names, not '/ecfmg/hasId'. Write [one, another], or [] for none.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, missing: [{ a: b }] } } } | 'missing' is a list of names, not a list. Write [one, another], or [] for none.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, missing: [/ecfmg/hasID2] } } } | no fact is called '/ecfmg/hasID2'. Maybe /ecfmg/hasId.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, because: [x, x] } } } | 'x' stands twice under 'because'. Keep one.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, becuase: [] } } } | no such key 'becuase' of an expectation. Maybe because.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, requirements: [usmle-id] } } } | 'requirements' gives some requirements their statuses, not a list. Write { a-requirement: MET }.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, requirements: { usmle-idd: MET } } } } | no requirement is called 'usmle-idd'. Maybe usmle-id.
            { id: a, says: S, expect: { ecfmg-application: { outcome: ELIGIBLE, requirements: { usmle-id: MEET } } } } | 'MEET' is not one of BARRED, NOT_YET, UNKNOWN, MET, NOT_ASKED. Maybe MET.
            { id: a, says: S, expect: { ecfmg-application: { rules: [There is no USMLE/ECFMG Identification Numbr] } } } | no rule that could stand under 'rules' is called 'There is no USMLE/ECFMG Identification Numbr'. Maybe There is no USMLE/ECFMG Identification Number.
            { id: a, says: S, expect: { ecfmg-application: { because: [] } } } | '' is not one of INELIGIBLE, NOT_YET, UNDETERMINED, ELIGIBLE, NOT_APPLICABLE.
            { id: a, says: S, expect: { img: "yes" } } | 'img' is a classification, one of NO, UNKNOWN, YES, not 'yes'. Maybe YES.
            { id: a, says: S, expect: { img: { outcome: "YES" } } } | 'img' is a classification, one of NO, UNKNOWN, YES, not an object.
            { id: a, says: S, expect: { visa/tn: ELIGIBLE } } | 'visa/tn' is not asked under the reading 'stated'. Give the case another reading, or leave the question out.
            { id: a, says: S, expect: [img] } | a case without expectation. Name a question and its outcome under 'expect'.
            { id: a, says: S, expect: { refused: [/exams/0/takenOn], img: "YES" } } | who is refused gets no other answer. Leave 'refused' out, or all else.
            { id: a, says: S, expect: { img: "YES" }, exams: [] } | no such key 'exams'.
            { says: S, expect: { img: "YES" } } | a case without 'id'. Give it a name that no other case of the file has.
            { id: a, expect: { img: "YES" } } | a case without 'says'. Say in a sentence what it shows.
            { id: a, says: S, reading: currant, expect: { img: "YES" } } | no reading is called 'currant'. There are stated and current. Maybe current.
            { id: a, says: S, asOf: 2026-02-30, expect: { img: "YES" } } | asOf '2026-02-30' is not a date as 2026-03-01.
            { id: a, says: S, applicant: { ecfmg: { hasId: maybe } }, expect: { img: "YES" } } | the applicant cannot be read, with the defaults under it. /ecfmg/hasId: 'maybe' is not true or false.
            { id: a, says: S, applicant: { scool: { } }, expect: { img: "YES" } } | the applicant cannot be read, with the defaults under it. /scool: no such section. Maybe school.
            { id: a, says: S, applicant: { exams: [{ exam: null }, { exam: null }] }, expect: { img: "YES" } } | the applicant cannot be read, with the defaults under it. /exams/0: 'exam' is missing: say which entry this is.
            just text | 'just text' is not a case. Write { id: ..., says: ..., applicant: ..., expect: ... }.
            """)
    void aMalformedCaseIsToldWithItsLine(String one, String message) throws IOException {
        assertThat(problems("topic: t\nabout: A.\ndefaults: { asOf: 2026-03-01 }\ncases:\n  - " + one + "\n")).anyMatch(problem -> problem.startsWith("some.yaml:5: " + message));
    }

    @Test
    void aCaseWithoutADayIsTold() throws IOException {
        assertThat(problems("cases:\n  - { id: a, says: S, expect: { img: \"YES\" } }\n"))
                .containsExactly("some.yaml:2: no 'asOf', neither in the case nor in the defaults. Give the day of the evaluation.");
    }

    @Test
    void anIdGivenTwiceNamesTheLineOfTheFirst() throws IOException {
        String one = "  - { id: a, says: S, expect: { img: \"UNKNOWN\" } }\n";
        assertThat(problems("defaults: { asOf: 2026-03-01 }\ncases:\n" + one + one)).containsExactly("some.yaml:4: a second case 'a', after line 3. Give it an id of its own.");
    }

    @Test
    void wrongDefaultsAreTold() throws IOException {
        String cases = "cases:\n  - { id: a, says: S, asOf: 2026-03-01, expect: { img: \"UNKNOWN\" } }\n";
        assertThat(problems("defaults: { applicnt: {} }\n" + cases)).containsExactly("some.yaml:1: no such key 'applicnt'. Maybe applicant.");
        assertThat(problems("defaults: [1]\n" + cases)).containsExactly("some.yaml:1: 'defaults' is an object with asOf, reading and applicant, not a list.");
        assertThat(problems("defalts: {}\n" + cases)).containsExactly("some.yaml:1: no such key 'defalts'. Maybe defaults.");
    }

    @Test
    void aFileThatHoldsNoCasesOrIsNoYamlIsTold() throws IOException {
        assertThat(problems("topic: t\n")).containsExactly("some.yaml:1: no cases. List at least one under 'cases'.");
        assertThat(problems("- a\n")).containsExactly("some.yaml:1: a fixture file is an object with topic, about, defaults and cases.");
        assertThat(problems("cases: [\n")).singleElement().asString().startsWith("some.yaml: Line 2, column 1: ");
        assertThat(problems("")).singleElement().asString().startsWith("some.yaml: Nothing in it.");
    }

    @Test
    void noFileAtAllIsAFailure() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "nothing");
        assertThat(Regression.of(folder, EVALUATOR).run().problems()).singleElement().asString().startsWith("No fixture was found, so nothing was tested.");
    }
}
