package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.facts.Choice;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which combinations of facts are refused as of 1 March 2026, each beside the nearest that is not. */
class ContradictionsTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({"person, asylumFiledOn", "ecfmg, certifiedOn", "ecfmg, pathwayAcceptedOn", "practice, lastLicensedOn", "oet, takenOn"})
    void aPastEventMayBeOfTheDayItselfAndNotOfTheNext(String section, String field) {
        assertThat(problems("%s: {%s: 2026-03-01}".formatted(section, field))).isEmpty();
        assertThat(problems("%s: {%s: 2026-03-02}".formatted(section, field))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("/" + section + "/" + field);
            assertThat(problem.message()).contains("2 March 2026, after 1 March 2026.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecfmg: {pathwayExpiresOn: 2026-03-02}", "ecfmg: {certificateExpiresOn: 2036-03-02}", "ecfmg: {certificateExpiresOn: 2020-01-01}",
            "education: {graduatedOn: 2026-03-02}", "plan: {programmeStart: 2026-07-01}", "plan: {programmeStart: 2020-07-01}"})
    void otherDatesMayLieAheadOrBehind(String applicant) {
        assertThat(problems(applicant)).isEmpty();
    }

    @Test
    void theDayOfTheEvaluationDecidesWhatLiesAhead() {
        String applicant = "exams: [{exam: STEP_1, takenOn: 2026-03-02}]";
        assertThat(problems(applicant, AS_OF)).extracting(Problem::path).containsExactly("/exams/0/takenOn");
        assertThat(problems(applicant, AS_OF.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            takenOn: 2026-03-02                     | takenOn  | USMLE Step 1 is dated 2 March 2026, after 1 March 2026. Give the date of an attempt already made.
            outcome: NOT_TAKEN, attempts: 1         | attempts | USMLE Step 1 is said not to be taken, yet there is a count of 1 attempt. Correct one of the two.
            outcome: NOT_TAKEN, attempts: 2         | attempts | USMLE Step 1 is said not to be taken, yet there is a count of 2 attempts. Correct one of the two.
            outcome: NOT_TAKEN, takenOn: 2025-01-01 | takenOn  | USMLE Step 1 is said not to be taken, yet it is dated 1 January 2025. Correct one of the two.
            outcome: NOT_TAKEN, score: 0            | score    | USMLE Step 1 is said not to be taken, yet it has a score of 0. Correct one of the two.
            outcome: PASSED, attempts: 0            | attempts | USMLE Step 1 is said to be passed, yet the count of attempts is 0. Correct one of the two.
            outcome: FAILED, attempts: 0            | attempts | USMLE Step 1 is said to be failed, yet the count of attempts is 0. Correct one of the two.
            """)
    void anExaminationThatContradictsItselfIsRefusedByItsPlaceInTheFile(String fields, String field, String sentence) {
        assertThat(problems("exams: [{exam: STEP_3}, {exam: STEP_1, " + fields + "}]")).containsExactly(new Problem("/exams/1/" + field, sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"takenOn: 2026-03-01", "outcome: NOT_TAKEN", "outcome: NOT_TAKEN, attempts: 0", "outcome: NOT_TAKEN, attempts: null, takenOn: null",
            "outcome: PASSED", "outcome: PASSED, attempts: 1", "outcome: FAILED, attempts: 30", "outcome: AWAITING_RESULT, attempts: 0",
            "outcome: AWAITING_RESULT, attempts: 1, takenOn: 2026-02-20", "attempts: 0, takenOn: 2025-01-01, score: 200"})
    void anExaminationThatCouldBeSoIsAccepted(String fields) {
        assertThat(problems("exams: [{exam: STEP_3}, {exam: STEP_1, " + fields + "}]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            takenOn   | 2025-01-01
            listening | 0
            reading   | 300
            speaking  | 350
            writing   | 500
            """)
    void oetNotTakenHasNoDateAndNoScore(String field, String value) {
        assertThat(problems("oet: {taken: false, %s: %s}".formatted(field, value))).containsExactly(
                new Problem("/oet/" + field, "OET Medicine is said not to be taken, yet it has a date or a score. Correct one of the two."));
        assertThat(problems("oet: {taken: true, %s: %s}".formatted(field, value))).isEmpty();
        assertThat(problems("oet: {%s: %s}".formatted(field, value))).isEmpty();
        assertThat(problems("oet: {taken: false, %s: null}".formatted(field))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STUDENT  | 2026-02-28 | A student cannot have graduated on 28 February 2026, which is not after 1 March 2026.
            STUDENT  | 2026-03-01 | A student cannot have graduated on 1 March 2026, which is not after 1 March 2026.
            GRADUATE | 2026-03-02 | A graduate cannot graduate on 2 March 2026, after 1 March 2026.
            """)
    void theStageMayNotContradictTheGraduation(String stage, String day, String sentence) {
        assertThat(problems("education: {stage: %s, graduatedOn: %s}".formatted(stage, day)))
                .containsExactly(new Problem("/education/graduatedOn", sentence + " Leave the stage out and the date decides."));
        assertThat(problems("education: {graduatedOn: " + day + "}")).isEmpty();
        assertThat(problems("education: {stage: " + stage + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STUDENT, 2026-03-02", "GRADUATE, 2026-03-01", "GRADUATE, 2026-02-28"})
    void theStageMayConfirmTheGraduation(String stage, String day) {
        assertThat(problems("education: {stage: %s, graduatedOn: %s}".formatted(stage, day))).isEmpty();
    }

    static Stream<Choice> statusesOfNoCitizen() {
        FieldType type = EVALUATOR.policy().vocabulary().section("person").orElseThrow().field("usStatus").orElseThrow().type();
        return ((FieldType.OneOf) type).choices().stream().filter(status -> !status.id().equals("US_CITIZEN"));
    }

    @ParameterizedTest
    @MethodSource("statusesOfNoCitizen")
    void aUsCitizenHasNoOtherStatus(Choice status) {
        assertThat(problems("person: {citizenships: [IN, US], usStatus: " + status.id() + "}")).containsExactly(new Problem("/person/usStatus",
                "The citizenships include the United States, so the status can only be US citizen, not " + status.title() + ". Correct one of the two."));
        assertThat(problems("person: {citizenships: [IN], usStatus: " + status.id() + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizenships: [US], usStatus: US_CITIZEN", "citizenships: [US]", "citizenships: [], usStatus: US_CITIZEN",
            "citizenships: [IN], usStatus: US_CITIZEN", "usStatus: NONE", "citizenships: [PR], usStatus: NONE"})
    void citizenshipsAndStatusThatCouldBeSoAreAccepted(String person) {
        assertThat(problems("person: {" + person + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LCME | IN | LCME accredits US schools, and Canadian ones until 30 June 2025; the country given is India. Correct one of the two.
            LCME | MX | LCME accredits US schools, and Canadian ones until 30 June 2025; the country given is Mexico. Correct one of the two.
            COCA | CA | COCA accredits US schools; the country given is Canada. Correct one of the two.
            COCA | IN | COCA accredits US schools; the country given is India. Correct one of the two.
            """)
    void aUsAgencyAccreditsNoSchoolElsewhere(String agency, String country, String sentence) {
        assertThat(problems("school: {accreditor: %s, country: %s}".formatted(agency, country))).containsExactly(new Problem("/school/country", sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "PR", "GU", "VI", "MP", "AS", "null"})
    void aUsAgencyAccreditsInTheUnitedStatesAndItsPlacesAndWhereTheCountryIsUnknown(String country) {
        assertThat(problems("school: {accreditor: LCME, country: " + country + "}")).isEmpty();
        assertThat(problems("school: {accreditor: COCA, country: " + country + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"graduatedOn: 2025-06-30", "graduatedOn: 1999-05-20", "graduatedOn: null", "stage: STUDENT"})
    void lcmeAccreditedCanadianSchoolsThroughJune2025(String education) {
        assertThat(problems("school: {accreditor: LCME, country: CA}\neducation: {" + education + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-07-01 | 1 July 2025
            2027-05-20 | 20 May 2027
            """)
    void lcmeAccreditsNoCanadianSchoolSince(String day, String written) {
        assertThat(problems("school: {accreditor: LCME, country: CA}\neducation: {graduatedOn: " + day + "}")).extracting(Problem::message).containsExactly(
                "LCME no longer accredited Canadian schools at the graduation on " + written + ". Correct the agency or the date.");
        assertThat(problems("school: {accreditor: CACMS, country: CA}\neducation: {graduatedOn: " + day + "}")).isEmpty();
        assertThat(problems("school: {accreditor: LCME, country: US}\neducation: {graduatedOn: " + day + "}")).isEmpty();
    }

    @Test
    void aSchoolWithoutAnAgencyIsNotAccreditedByIt() {
        assertThat(problems("school: {accreditor: NONE, accredited: true}")).containsExactly(new Problem("/school/accredited",
                "No agency accredits the school, yet it is said to be accredited. Correct one of the two."));
        assertThat(problems("school: {accreditor: NONE, accredited: false}")).isEmpty();
        assertThat(problems("school: {accreditor: NONE}")).isEmpty();
        assertThat(problems("school: {accreditor: OTHER, accredited: true}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            licensedUnsupervised | true       | is said to be licensed now.
            lastLicensedOn       | 2020-01-01 | a licence ended on 1 January 2020.
            """)
    void someoneNeverLicensedHasNeitherALicenceNorALastDay(String field, String value, String claim) {
        assertThat(problems("practice: {everLicensed: false, %s: %s}".formatted(field, value))).containsExactly(new Problem("/practice/" + field,
                "The person was never licensed to practise without supervision, yet " + claim + " Correct one of the two."));
        assertThat(problems("practice: {everLicensed: true, %s: %s}".formatted(field, value))).isEmpty();
        assertThat(problems("practice: {%s: %s}".formatted(field, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice: {everLicensed: false, licensedUnsupervised: false, yearsInPractice: 3}",
            "practice: {licensedUnsupervised: true, lastLicensedOn: 2020-01-01}", "practice: {yearsInPractice: 1, yearsInPracticeOfLastFive: 5}",
            "ecfmg: {certified: false, certifiedOn: 2025-01-01}", "ecfmg: {pathway: 0, pathwayAcceptedOn: 2025-01-01}",
            "ecfmg: {hasId: false, applicationAccepted: true}",
            "education: {stage: STUDENT, diplomaVerified: true}", "person: {usStatus: NONE, workPermit: true, asylumFiledOn: 2020-01-01}",
            "immigration: {homeResidence: NOT_SUBJECT, waiverBasis: STATE}", "school: {accreditor: CACMS, country: IN}"})
    void noOtherCombinationIsRefusedHoweverOdd(String applicant) {
        assertThat(problems(applicant)).isEmpty();
    }

    @Test
    void severalContradictionsAreReportedWithAllThatCouldNotBeRead() {
        String applicant = """
                person: {citizenships: [US], usStatus: F1, insideUs: perhaps}
                exams: [{exam: STEP_1, outcome: PASED, takenOn: 2026-03-02}, {exam: STEP_3, outcome: NOT_TAKEN, attempts: 1, score: 200}]
                scool: {}
                """;
        assertThat(problems(applicant)).extracting(Problem::path).containsExactlyInAnyOrder("/person/insideUs", "/exams/0/outcome", "/scool",
                "/person/usStatus", "/exams/0/takenOn", "/exams/1/attempts", "/exams/1/score");
    }

    @Test
    void theOrderOfTheEntriesChangesThePlacesOnly() {
        String first = "{exam: STEP_1, takenOn: 2026-03-02}";
        String second = "{exam: STEP_3, outcome: NOT_TAKEN, attempts: 1}";
        List<Problem> forward = problems("exams: [" + first + ", " + second + "]");
        List<Problem> backward = problems("exams: [" + second + ", " + first + "]");
        assertThat(forward).extracting(Problem::path).containsExactly("/exams/0/takenOn", "/exams/1/attempts");
        assertThat(backward).extracting(Problem::path).containsExactly("/exams/1/takenOn", "/exams/0/attempts");
        assertThat(backward).extracting(Problem::message).isEqualTo(forward.stream().map(Problem::message).toList());
    }

    private static List<Problem> problems(String applicant) {
        return problems(applicant, AS_OF);
    }

    /** What is wrong with an applicant; empty when the evaluation gave its answer. */
    private static List<Problem> problems(String applicant, LocalDate day) {
        try {
            assertThat(EVALUATOR.evaluate(applicant, new Request(day, "stated", List.of("usmle-step-1-2"), false)).verdicts()).hasSize(1);
            return List.of();
        } catch (InputException refused) {
            return refused.problems();
        }
    }
}
