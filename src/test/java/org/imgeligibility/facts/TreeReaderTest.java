package org.imgeligibility.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.imgeligibility.facts.Tree.Mapping;
import org.imgeligibility.facts.Tree.Scalar;
import org.imgeligibility.facts.TreeReader.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class TreeReaderTest {

    private static final String JSON = "{\"id\": \"a\",\n \"person\": {\"citizenships\": [\"NO\", null], \"insideUs\": true, \"n\": 1, \"x\": 1.5}}";
    private static final String YAML = "id: a\nperson:\n  citizenships: [NO, null]\n  insideUs: true\n  n: 1\n  x: 1.5\n";

    @Test
    void jsonAndYamlMakeTheSameTree() {
        assertThat(asJson(YAML)).isEqualTo(asJson(JSON))
                .isEqualTo("{\"id\":\"a\",\"person\":{\"citizenships\":[\"NO\",null],\"insideUs\":true,\"n\":1,\"x\":1.5}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, YAML})
    void windowsLineEndsAndAByteOrderMarkChangeNothing(String text) {
        assertThat(asJson("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(asJson(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, YAML})
    void everyPartKnowsItsLine(String text) {
        Mapping root = (Mapping) TreeReader.read(text).root();
        assertThat(root.line()).isEqualTo(1);
        assertThat(root.entries().get("id").line()).isEqualTo(1);
        assertThat(((Mapping) root.entries().get("person")).entries().get("insideUs").line()).isEqualTo(text.equals(JSON) ? 2 : 4);
    }

    @Test
    void wholeNumbersFractionsAndHugeNumbersAreKeptExactly() {
        assertThat(scalar("3")).isEqualTo(3);
        assertThat(scalar("-7")).isEqualTo(-7);
        assertThat(scalar("0.1")).isEqualTo(new BigDecimal("0.1"));
        assertThat(scalar("12345678901234567890")).isEqualTo(new BigDecimal("12345678901234567890"));
        assertThat(scalar("1e400")).isEqualTo(new BigDecimal("1e400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO", "no", "yes", "on", "off", "y", "2026-03-01", "12:30", "0x1F", "1_000"})
    void plainYamlWordsStayText(String word) {
        assertThat(((Mapping) TreeReader.readYaml("word: " + word).root()).entries().get("word")).isEqualTo(new Scalar(word, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  \n \n", "\r\n\r\n", "\uFEFF", "\uFEFF \n", "# only a comment\n"})
    void aFileWithNothingInItIsRefusedWithAWayToBegin(String text) {
        assertThat(refusal(text)).isEqualTo("Nothing in it. Begin with {} and add what is known.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{"id": "x",}`                             | Line 1, column 12:
            `{"person": {`                             | Line 1, column 13:
            `{'id': 'x'}`                              | Line 1, column 2:
            `{id: x}`                                  | Line 1, column 2:
            `{"id": "x"} x`                            | Line 1, column 13:
            `{"id": /* who */ "x"}`                    | Line 1, column 8:
            `{"training": {"usMonths": 007}}`          | Line 1, column 28:
            `["a"`                                     | Line 1, column 5:
            `person: {insideUs: true`                  | Line 1, column
            `id: a: b`                                 | Line 1, column 6:
            `id: "a`                                   | Line 1, column
            """)
    void malformedTextIsRefusedNamingThePlaceAndWhatToCheck(String text, String place) {
        assertThat(refusal(text)).startsWith(place).endsWith("Check brackets, quotes, commas and indentation.").doesNotContain("jackson", "Exception");
    }

    @Test
    void aMistakeFurtherDownIsNamedByItsOwnLine() {
        assertThat(refusal("{\n \"person\": {\n  \"insideUs\": tru }\n}")).startsWith("Line 3, column ");
        assertThat(refusal("person:\n  insideUs: true\n citizenships: [IN]\n")).startsWith("Line 3, column 2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: a\u0000b", "{\"id\": \"a\u0000b\"}", "id: a\u0007b"})
    void controlCharactersAreRefused(String text) {
        assertThat(refusal(text)).contains("Check brackets, quotes, commas and indentation.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person: ~", "person: NULL", "person:", "person: null"})
    void everySpellingOfNothingInYamlIsNull(String text) {
        assertThat(asJson(text)).isEqualTo("{\"person\":null}");
    }

    @Test
    void aMarkBeforeJsonDoesNotMakeItYaml() {
        assertThat(asJson("\uFEFF{\n\t\"id\": \"x\"\n}")).isEqualTo("{\"id\":\"x\"}");
        assertThat(refusal("\uFEFF{id: x,}")).startsWith("Line 1, column 2:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} {}                 | 1
            {}\\n\\n[]            | 3
            id: a\\n---\\nid: b   | 2
            ---\\n---\\nid: b     | 2
            """)
    void aSecondDocumentIsRefused(String text, int line) {
        assertThat(refusal(text.replace("\\n", "\n"))).isEqualTo("Line " + line + ": more than one document. Give one a file.");
    }

    @Test
    void markersAroundOneDocumentAreNoSecondOne() {
        assertThat(asJson("---\nid: a\n...\n")).isEqualTo("{\"id\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``    | [     | ``
            ``    | [     | ]
            ``    | {"a": | ``
            `a: ` | [     | ``
            `a: ` | [     | ]
            `a: ` | `{a: ` | ``
            ``    | `- `  | ``
            """)
    void nestingWithoutEndIsRefusedWithoutRunningOutOfStack(String start, String opening, String closing) {
        for (int depth : List.of(2_000, 200_000)) {
            assertThat(refusal(start + opening.repeat(depth) + closing.repeat(depth))).isEqualTo("Line 1: nested more than 40 deep.");
        }
    }

    @Test
    void fortyLevelsAreReadAndTheNextIsNot() {
        assertThat(asJson("{\"a\":".repeat(40) + "1" + "}".repeat(40))).endsWith("1" + "}".repeat(40));
        assertThat(refusal("{\"a\":".repeat(41) + "1" + "}".repeat(41))).isEqualTo("Line 1: nested more than 40 deep.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "a",\\n"id": "b"}                                    | /id              | 2
            {"id": "a",\\n"\\u0069d": "b"}                              | /id              | 2
            {"person": {"insideUs": null,\\n\\n"insideUs": true}}       | /person/insideUs | 3
            {"exams": [{}, {"exam": "STEP_1",\\n"exam": "STEP_1"}]}     | /exams/1/exam    | 2
            id: a\\nname: b\\nid: a                                     | /id              | 3
            person:\\n  insideUs: true\\nperson:\\n  insideUs: true     | /person          | 3
            """)
    void aKeyGivenTwiceIsAProblemAndTheFirstIsKept(String text, String path, int line) {
        assertThat(TreeReader.read(text.replace("\\n", "\n")).problems())
                .containsExactly(new Problem(path, "given twice (again on line " + line + "). Keep one."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            person: &p {insideUs: true}          | /person
            exams: &e [{exam: STEP_1}]           | /exams
            exams: [&e {exam: STEP_1}]           | /exams/0
            id: &a x                             | /id
            id: *a                               | /id
            school: {country: *IN}               | /school/country
            person: {citizenships: [&c IN]}      | /person/citizenships/0
            """)
    void aYamlAnchorIsAProblem(String text, String path) {
        assertThat(TreeReader.read(text).problems()).containsExactly(new Problem(path, "a YAML anchor or alias is not accepted. Write the value out."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: !!java.util.Date x               | /id
            id: !foo x                           | /id
            id: !!str 5                          | /id
            id: ! 5                              | /id
            person: !foo {insideUs: true}        | /person
            exams: !!set [{exam: STEP_1}]        | /exams
            person: {insideUs: !!bool true}      | /person/insideUs
            """)
    void aYamlTagIsAProblemWhateverItNames(String text, String path) {
        assertThat(TreeReader.read(text).problems()).containsExactly(new Problem(path, "a YAML tag is not accepted. Write the plain value."));
    }

    @Test
    void aTagThatNamesAClassLoadsNothing() {
        Document document = TreeReader.read("!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost:1\"]]");
        assertThat(document.problems()).extracting(Problem::path).containsExactly("", "/0");
        assertThat(TreeWriter.json(document.root())).isEqualTo("[[\"http://localhost:1\"]]");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder bomb = new StringBuilder("l0: &l0 [lol, lol]\n");
        for (int level = 1; level <= 30; level++) {
            bomb.append("l%1$d: &l%1$d [*l%2$d, *l%2$d]\n".formatted(level, level - 1));
        }
        Document document = TreeReader.read(bomb.toString());
        assertThat(document.problems()).extracting(Problem::path).contains("/l0", "/l30");
        assertThat(TreeWriter.json(document.root())).hasSizeLessThan(bomb.length());
    }

    private static Object scalar(String json) {
        return ((Scalar) ((Mapping) TreeReader.read("{\"value\": " + json + "}").root()).entries().get("value")).value();
    }

    private static String asJson(String text) {
        Document document = TreeReader.read(text);
        assertThat(document.problems()).isEmpty();
        return TreeWriter.json(document.root());
    }

    /** What a text is refused with as a whole. */
    private static String refusal(String text) {
        InputException refused = catchThrowableOfType(InputException.class, () -> TreeReader.read(text));
        assertThat(refused.problems()).singleElement().extracting(Problem::path).isEqualTo("");
        return refused.problems().get(0).message();
    }
}
