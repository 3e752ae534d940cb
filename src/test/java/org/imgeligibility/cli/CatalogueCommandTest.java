package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command catalogue over a few rules. */
class CatalogueCommandTest {

    @TempDir
    private Path folder;
    private Path rules;

    private record Run(int code, String out, String err) {
    }

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    @BeforeEach
    void write() throws IOException {
        rules = new TinyRules().rules("""
                rule "A licence needs age" @requirement("licence") @requires("adult") @unless("exam/STEP_1") @source("handbook") when AsOf() then conclude.require(drools); end
                rule "A licence needs Step 3 after a wait" @requirement("licence") @requires("exam/STEP_3") @source("{limit.source}") date-effective "2024-01-01"
                when limit : Limit(id == "WAIT") then conclude.require(drools); end
                rule "Of age" @requirement("adult") @reading("current") @says("Of age at {someone.age}.") @source("handbook#page 7") when someone : Person(age >= 18, country != "NL") then conclude.met(drools); end
                rule "Step passed" @requirement("exam/{sitting.exam}") @says("{sitting.exam}: {sitting.attempts|try/tries} in {limit.value|month}.") @source("handbook")
                when sitting : Exam(outcome == Outcome.PASSED) limit : Limit(id == "WAIT") then conclude.met(drools); end
                """).writeTo(Files.createDirectories(folder.resolve("rules")));
    }

    private String page(String path) throws IOException {
        return Files.readString(folder.resolve("out").resolve(path));
    }

    @Test
    void theFolderHoldsTreesRulesSourcesTablesAndCalendar() throws IOException {
        Path fixtures = Files.writeString(folder.resolve("some.yaml"), "cases:\n  - { id: grown, says: S, asOf: 2024-01-01, reading: current, applicant: { person: { age: 18, country: DE } }, expect: { licence: UNDETERMINED } }\n");
        Run run = run("catalogue", "--rules", rules.toString(), "--format", "md", "--as-of", "2030-06-01", "--output", folder.resolve("out").toString(), "--cases", fixtures.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("README.md");
        assertThat(page("questions/licensure.md")).contains("Needs **all** of:", "- [Step 3 passed][requirement-exam] ([A licence needs Step 3 after a wait])", "[Of age][requirement-adult] ([A licence needs age], unless this is met: [Step 1 passed][requirement-exam]").doesNotContain("Step 2");
        assertThat(page("requirements.md")).contains("## Step … passed", "`exam/…`, 2 requirements", "- met: [Of age], reading current");
        assertThat(page("rules/rules.md")).contains("> Of age at ‹age›.", "- Where: age is at least 18; country is not Netherlands", "under the reading `current` only", "(page 7)", "- Exercised by: 1 case, as `some.yaml / grown`", "- Exercised by: no case");
        assertThat(page("rules/rules.md")).contains("> ‹exam›: ‹attempts› tries in ‹value of Limit› months.");
        assertThat(page("sources.md")).contains("2030-01-01 **overdue**");
        assertThat(page("calendar.md")).contains("### 1 January 2024", "[A licence needs Step 3 after a wait] begins", "### 1 January 2020", " WAIT begins", " WAIT is no longer in force");
        assertThat(page("tables/Limit.md")).contains("| `value` | a whole number of months |", "| WAIT | 6 | 1 January 2010 | 1 January 2020 | [Handbook][source-handbook] |");
    }

    @Test
    void aTreeIsThatOfItsDayAndReading() {
        String before = run("catalogue", "--rules", rules.toString(), "--format", "md", "--as-of", "2023-12-31", "--reading", "stated").out();
        assertThat(before.substring(0, before.indexOf("# Requirements"))).contains("Needs **all** of:").doesNotContain("Step 3");
        String after = run("catalogue", "--rules", rules.toString(), "--format", "md", "--as-of", "2024-01-01", "--reading", "stated").out();
        assertThat(after.substring(0, after.indexOf("# Requirements"))).contains("Step 3");
    }

    @Test
    void inOneTextEveryLinkLeadsToAPlaceInIt() {
        String text = run("catalogue", "--rules", rules.toString(), "--format", "md").out();
        Set<String> places = Pattern.compile("<a id=\"([^\"]+)\">").matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(Pattern.compile("(?m)^\\[.+]: (\\S+)$").matcher(text).results().map((MatchResult found) -> found.group(1)).toList()).isNotEmpty()
                .allSatisfy(target -> assertThat(places).contains(target.substring(1)));
    }

    @Test
    void jsonKeepsItsKeysAndAddsTheCalendar() {
        assertThat(run("catalogue", "--rules", rules.toString(), "--format", "json").out()).startsWith("{\"questions\":[")
                .contains("\"requirements\":[", "\"rules\":[", "\"sources\":[", "\"tables\":[", "\"calendar\":[{\"day\":\"2010-01-01\",\"changes\":[{\"what\":\"Limit WAIT\",\"change\":\"begins\"").doesNotContain("\"fixtures\"");
        assertThat(run("catalogue", "--format", "json").out()).contains("\"fixturesAtLeast\":", "\"fixtures\":[\"fixtures/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--output out                    | --format: --output, --as-of and --reading are for --format md.",
        "--format md --reading curent    | --reading: no reading is called 'curent'. There are stated and current. Maybe current.",
        "--format md --as-of tomorrow    | is not a date as 2026-03-01.",
        "--format md --output pom.xml    | pom.xml: is a file.",
        "--format md --cases no-such     | no-such: cannot be read.",
    })
    void whatCannotBeIsExitCodeTwo(String line, String message) {
        Run run = run(("catalogue " + line).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
