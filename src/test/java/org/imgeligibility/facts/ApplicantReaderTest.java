package org.imgeligibility.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.ApplicantReader.Reading;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class ApplicantReaderTest {

    private static final Vocabulary VOCABULARY = RuleBase.builtIn().policy().vocabulary();

    private static final String JSON = """
            { "id": "kari", "name": "Kari Nordmann",
              "person": { "citizenships": ["NO", "SE"], "insideUs": false },
              "school": { "country": "NO" },
              "education": { "graduatedOn": "2024-06-15", "creditYears": 5.5 },
              "exams": [ { "exam": "STEP_1", "outcome": "PASSED", "takenOn": "2024-02-29", "attempts": 1 },
                         { "exam": "STEP_2_CK", "outcome": "NOT_TAKEN" } ],
              "plan": { "programmeSponsors": [], "matchYear": 2027 } }
            """;
    private static final String YAML = """
            # The same person, otherwise ordered
            plan:
              matchYear: 2027
              programmeSponsors: []
            exams:
              - outcome: NOT_TAKEN
                exam: STEP_2_CK
              - attempts: 1
                takenOn: 2024-02-29
                outcome: PASSED
                exam: STEP_1
            education: {creditYears: 5.5, graduatedOn: 2024-06-15}
            school:
              country: NO
            person:
              insideUs: false
              citizenships: [NO, SE]
            name: Kari Nordmann
            id: kari
            """;

    @Test
    void jsonAndYamlOfOneApplicantGiveTheSameFactsInTheSameOrder() {
        Facts fromJson = facts(JSON);
        Facts fromYaml = facts(YAML);
        assertThat(fromYaml).isEqualTo(fromJson);
        assertThat(new ArrayList<>(fromYaml.values().keySet())).isEqualTo(new ArrayList<>(fromJson.values().keySet()));
    }

    @Test
    void eachValueIsOfTheTypeOfItsField() {
        assertThat(facts(JSON).values()).containsExactly(
                Map.entry("/person/citizenships", List.of("NO", "SE")), Map.entry("/person/insideUs", false), Map.entry("/school/country", "NO"),
                Map.entry("/education/graduatedOn", LocalDate.of(2024, 6, 15)), Map.entry("/education/creditYears", 5.5),
                Map.entry("/exams/STEP_1/outcome", "PASSED"), Map.entry("/exams/STEP_1/takenOn", LocalDate.of(2024, 2, 29)),
                Map.entry("/exams/STEP_1/attempts", 1), Map.entry("/exams/STEP_2_CK/outcome", "NOT_TAKEN"),
                Map.entry("/plan/matchYear", 2027), Map.entry("/plan/programmeSponsors", List.of()));
    }

    @Test
    void theIdIsKeptAndTheNameIsNoFact() {
        assertThat(facts("{\"id\": \"kari\", \"name\": \"Kari\"}")).isEqualTo(new Facts(Optional.of("kari"), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\": null, \"name\": null}", "{\"person\": null, \"exams\": null}", "{\"person\": {}, \"exams\": []}",
            "{\"person\": {\"citizenships\": null, \"insideUs\": null, \"usStatus\": null, \"asylumFiledOn\": null}}",
            "{\"exams\": [{\"exam\": \"STEP_1\"}]}", "{\"exams\": [{\"exam\": \"STEP_1\", \"attempts\": null}]}",
            "person:\nexams:\n", "person:\n  insideUs:\n", "person:\n  insideUs: null\n"})
    void absentAndNullAreUnknown(String text) {
        assertThat(facts(text)).isEqualTo(Facts.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"school: {country: NO}", "school:\n  country: NO\n", "school:\n  country: 'NO'\n", "{\"school\": {\"country\": \"NO\"}}"})
    void norwayStaysNorway(String text) {
        assertThat(facts(text).values()).containsExactly(Map.entry("/school/country", "NO"));
    }

    @Test
    void anEmptyListSaysThatThereIsNone() {
        assertThat(facts("person: {citizenships: []}").values()).containsExactly(Map.entry("/person/citizenships", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"training/usMonths, 0", "training/usMonths, 240", "plan/matchYear, 1990", "plan/matchYear, 2100", "oet/reading, 500", "ecfmg/pathway, 6"})
    void aWholeNumberAtTheEdgeOfItsRangeIsAccepted(String field, Integer value) {
        assertThat(facts(json(field, value.toString())).values()).containsExactly(Map.entry("/" + field, value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 0.25", "5, 5", "15.0, 15", "15, 15"})
    void aNumberOfYearsMayHaveAFraction(String written, Double years) {
        assertThat(facts(json("education/creditYears", written)).values()).containsExactly(Map.entry("/education/creditYears", years));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            training/usMonths     | "5"                 | '5' is not a whole number. Take the quotes away.
            training/usMonths     | "five"              | 'five' is not a whole number.
            training/usMonths     | 2.5                 | 2.5 is not a whole number.
            training/usMonths     | true                | true is not a whole number.
            training/usMonths     | [5]                 | a list is not a whole number.
            training/usMonths     | {}                  | an object is not a whole number.
            training/usMonths     | -1                  | -1 is out of range: 0 to 240.
            training/usMonths     | 241                 | 241 is out of range: 0 to 240.
            training/usMonths     | 12345678901234567890 | 12345678901234567890 is out of range: 0 to 240.
            training/usMonths     | 1e999               | 1E+999 is out of range: 0 to 240.
            education/creditYears | "5.5"               | '5.5' is not a number. Take the quotes away.
            education/creditYears | 15.01               | 15.01 is out of range: 0 to 15.
            education/creditYears | -0.1                | -0.1 is out of range: 0 to 15.
            education/creditYears | 1e999999999         | 1E+999999999 is out of range: 0 to 15.
            plan/matchYear        | 27                  | 27 is out of range: 1990 to 2100.
            person/insideUs       | "true"              | 'true' is not true or false. Leave it out when it is not known.
            person/insideUs       | "unknown"           | 'unknown' is not true or false. Leave it out when it is not known.
            person/insideUs       | 1                   | 1 is not true or false.
            person/insideUs       | []                  | a list is not true or false.
            person/usStatus       | 1                   | 1 is not one of the 21 known values (US_CITIZEN, PERMANENT_RESIDENT, REFUGEE, ...).
            school/country        | ["NO"]              | a list is not one of the 249 known values (AD, AE, AF, ...).
            person/citizenships   | "IN"                | 'IN' is not a list. Write [] for none, or the values between [ and ].
            person/citizenships   | {}                  | an object is not a list. Write [] for none, or the values between [ and ].
            """)
    void aValueOfTheWrongKindIsRefusedWithTheValue(String field, String value, String message) {
        assertThat(read(json(field, value)).problems()).containsExactly(new Problem("/" + field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "2026-02-30"           | '2026-02-30' is not a day of the calendar.
            "2025-02-29"           | '2025-02-29' is not a day of the calendar.
            "2026-13-01"           | '2026-13-01' is not a day of the calendar.
            "2026-00-10"           | '2026-00-10' is not a day of the calendar.
            "1 March 2026"         | '1 March 2026' is not a date as 2026-03-01.
            "03/01/2026"           | '03/01/2026' is not a date as 2026-03-01.
            "2026-3-1"             | '2026-3-1' is not a date as 2026-03-01.
            "2026-03"              | '2026-03' is not a date as 2026-03-01.
            "2026-03-01T00:00:00Z" | '2026-03-01T00:00:00Z' is not a date as 2026-03-01.
            ""                     | '' is not a date as 2026-03-01.
            20260301               | 20260301 is not a date as 2026-03-01.
            """)
    void aDayThatIsNotInTheCalendarIsRefused(String value, String message) {
        assertThat(read(json("education/graduatedOn", value)).problems()).containsExactly(new Problem("/education/graduatedOn", message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "'true'"})
    void yamlWordsForYesAndNoAreNotGuessedAt(String word) {
        assertThat(read("person: {insideUs: " + word + "}").problems()).containsExactly(
                new Problem("/person/insideUs", "'" + word.replace("'", "") + "' is not true or false. Leave it out when it is not known."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"exam": []}                       | /exam               | no such section. Maybe exams.
            {"SCHOOL": {}}                     | /SCHOOL             | no such section. Maybe school.
            {"hobbies": {}}                    | /hobbies            | no such section.
            {"Id": "x"}                        | /Id                 | no such section. Maybe id.
            {"person": {"citizenship": []}}    | /person/citizenship | no such field. Maybe citizenships.
            {"person": {"usstatus": "NONE"}}   | /person/usstatus    | no such field. Maybe usStatus.
            {"person": {"shoeSize": 43}}       | /person/shoeSize    | no such field.
            {"person": {"hobbies": null}}      | /person/hobbies     | no such field.
            {"exams": [{"exam": "STEP_1", "result": "PASSED"}]}   | /exams/0/result  | no such field.
            {"exams": [{"exam": "STEP_1", "outcom": "PASSED"}]}   | /exams/0/outcom  | no such field. Maybe outcome.
            {"school": {"country": "no"}}      | /school/country     | 'no' is not one of the 249 known values (AD, AE, AF, ...). Maybe NO.
            {"ecfmg": {"certificate": {}}}     | /ecfmg/certificate  | no such field.
            """)
    void anUnknownNameIsRefusedWithTheNearestKnownOne(String text, String path, String message) {
        assertThat(read(text).problems()).containsExactly(new Problem(path, message));
    }

    @Test
    void aMistypedChoiceNamesItsPlaceTheChoicesAndTheNearestOne() {
        String text = "{\"exams\": [{\"exam\": \"STEP_1\"}, {\"exam\": \"STEP_3\"}, {\"exam\": \"STEP_2_CK\", \"outcome\": \"PASED\"}]}";
        assertThat(read(text).problems()).extracting(Problem::toString)
                .containsExactly("/exams/2/outcome: 'PASED' is not one of PASSED, FAILED, NOT_TAKEN, AWAITING_RESULT. Maybe PASSED.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"exam": "STEP_1"}, {"exam": "STEP_3"}, {"exam": "STEP_1"}] | /exams/2 | a second entry for STEP_1, after /exams/0. Put all of it into one entry.
            [{"exam": "STEP_1"}, {"outcome": "PASSED"}]                 | /exams/1 | 'exam' is missing: say which entry this is.
            [{"exam": null}]                                            | /exams/0 | 'exam' is missing: say which entry this is.
            [{}]                                                        | /exams/0 | 'exam' is missing: say which entry this is.
            [{"exam": "STEP_4"}] | /exams/0/exam | 'STEP_4' is not one of STEP_1, STEP_2_CK, STEP_2_CS, STEP_3. Maybe STEP_1.
            [{"exam": 1}]        | /exams/0/exam | 1 is not one of STEP_1, STEP_2_CK, STEP_2_CS, STEP_3.
            ["STEP_1"]           | /exams/0 | 'STEP_1' is not an object of fields. Write { "field": value }.
            [null]               | /exams/0 | null is not an object of fields. Write { "field": value }.
            {"STEP_1": {}}       | /exams   | an object is not a list. Write the entries between [ and ].
            "none"               | /exams   | 'none' is not a list. Write the entries between [ and ].
            """)
    void aListOfEntriesIsCheckedEntryByEntry(String exams, String path, String message) {
        assertThat(read("{\"exams\": " + exams + "}").problems()).containsExactly(new Problem(path, message));
    }

    @Test
    void theItemsOfAListAreNamedByTheirPositions() {
        assertThat(read("person: {citizenships: [IN, QQQ, IN, 5, null, [NO]]}").problems()).containsExactly(
                new Problem("/person/citizenships/1", "'QQQ' is not one of the 249 known values (AD, AE, AF, ...)."),
                new Problem("/person/citizenships/2", "'IN' stands in the list already."),
                new Problem("/person/citizenships/3", "5 is not one of the 249 known values (AD, AE, AF, ...)."),
                new Problem("/person/citizenships/4", "null is not one of the 249 known values (AD, AE, AF, ...)."),
                new Problem("/person/citizenships/5", "a list is not one of the 249 known values (AD, AE, AF, ...)."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"person": 5}       | /person | 5 is not an object of fields. Write { "field": value }.
            {"person": []}      | /person | a list is not an object of fields. Write { "field": value }.
            {"person": "Kari"}  | /person | 'Kari' is not an object of fields. Write { "field": value }.
            {"id": 7}           | /id     | 7 is not text. Put it in quotes.
            {"name": ["Kari"]}  | /name   | a list is not text. Put it in quotes.
            {"id": true}        | /id     | true is not text. Put it in quotes.
            """)
    void aSectionIsAnObjectAndTheIdIsText(String text, String path, String message) {
        assertThat(read(text).problems()).containsExactly(new Problem(path, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hello       | 'hello'
            "hello"     | 'hello'
            5           | 5
            true        | true
            null        | null
            ---         | null
            []          | a list
            [{}]        | a list
            - id: x     | a list
            """)
    void aFileThatIsNotOneObjectIsRefused(String text, String kind) {
        assertThat(read(text).problems()).containsExactly(new Problem("", "An applicant file is one object of sections, not " + kind + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{\"id\": ", "id: a: b", "{} {}", "id: a\n---\nid: b"})
    void anUnreadableFileIsOneProblemOfTheWholeWithoutFacts(String text) {
        Reading reading = read(text);
        assertThat(reading.problems()).singleElement().extracting(Problem::path).isEqualTo("");
        assertThat(reading.facts()).isEqualTo(Facts.none());
    }

    @Test
    void longAndManyLinedTextIsShortenedInMessages() {
        String message = read(json("person/usStatus", "\"" + "x\\n".repeat(500) + "\"")).problems().get(0).message();
        assertThat(message).startsWith("'x x x ").contains("...' is not one of the 21 known values").doesNotContain("\n").hasSizeLessThan(180);
    }

    @Test
    void allProblemsOfAFileAreReportedTogether() {
        Reading reading = read("""
                id: 7
                person: {insideUs: maybe, insideUs: true}
                scool: {}
                education: {graduatedOn: 2026-02-30, creditYears: 5}
                exams: [{exam: STEP_1, outcome: PASED}, {exam: STEP_3, attempts: 99}]
                """);
        assertThat(reading.problems()).extracting(Problem::path).containsExactlyInAnyOrder(
                "/id", "/person/insideUs", "/person/insideUs", "/scool", "/education/graduatedOn", "/exams/0/outcome", "/exams/1/attempts");
    }

    @Test
    void whatCanBeReadOfAFaultyFileIsStillKnown() {
        Reading reading = read("""
                education: {graduatedOn: 2026-02-30, creditYears: 5}
                exams: [{exam: STEP_1, outcome: PASED, attempts: 2}]
                """);
        assertThat(reading.facts().values()).containsExactly(Map.entry("/education/creditYears", 5.0), Map.entry("/exams/STEP_1/attempts", 2));
    }

    @Test
    void aFactIsFoundAgainByItsPlaceInTheFile() {
        Reading reading = read(YAML);
        assertThat(reading.inFile("/exams/STEP_1/takenOn")).isEqualTo("/exams/1/takenOn");
        assertThat(reading.inFile("/exams/STEP_2_CK/outcome")).isEqualTo("/exams/0/outcome");
        assertThat(reading.inFile("/person/insideUs")).isEqualTo("/person/insideUs");
    }

    private static String json(String field, String value) {
        String[] names = field.split("/");
        return "{\"" + names[0] + "\": {\"" + names[1] + "\": " + value + "}}";
    }

    private static Reading read(String text) {
        return ApplicantReader.read(VOCABULARY, text);
    }

    private static Facts facts(String text) {
        Reading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.facts();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"exams":[{"outcome":"PASED","foo":1}]}                                          | 3
            {"exams":[{"exam":"STEP_1"},{"exam":"STEP_1","outcome":"PASED","foo":1}]}        | 3
            {"exams":[{"exam":"STEP_9","outcome":"PASED"}]}                                  | 2
            """)
    void anEntryWhoseKeyCannotBeUsedIsReadForItsOtherMistakes(String text, int problems) {
        assertThat(read(text).problems()).hasSize(problems);
    }
}
