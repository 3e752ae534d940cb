package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands, their outputs and exit codes. */
class CommandsTest {

    private static final String ASHA = "fixtures/asha.json";

    @TempDir
    private Path folder;

    /** What a command wrote and how it ended. */
    private record Run(int code, String out, String err) {
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void evaluateShowsOutcomesThenStepsThenReasonsThenSources() {
        Run run = run("evaluate", ASHA, "--as-of", "2026-11-21");
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsSubsequence("Applicant asha", "As of 21 November 2026, reading: stated. Not legal advice.", "International medical graduate (IMG): Yes",
                "Not yet         ECFMG certification", "Not yet  ECFMG certification  (ecfmg-certification", "What to do", "Sit and pass USMLE Step 2 CK.",
                "Why", "[not yet] Pass USMLE Step 2 CK", "USMLE Step 2 CK was failed at the latest attempt of 20 January 2026.", "Asked because: Certification needs Step 1 and Step 2 CK.",
                "Sources", "sha256:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110 || line.contains("://"));
        assertThat(run.out()).doesNotContain("\u001B");
    }

    @Test
    void evaluateGivesTheDocumentAsJson() {
        Run run = run("evaluate", ASHA, "--format", "json", "--as-of", "2026-11-21", "--question", "usmle-step-1-2", "--question", "ecfmg-pathway/*");
        assertThat(run.out()).contains("\"asOf\" : \"2026-11-21\"", "\"question\" : \"usmle-step-1-2\"", "\"question\" : \"ecfmg-pathway/6\"", "\"otherReading\"")
                .doesNotContain("\"question\" : \"ecfmg-certification\"");
    }

    @Test
    void yamlAndJsonGiveTheSameDocument() throws IOException {
        String yaml = file("a.yaml", "id: a\nschool:\n  country: NO\nexams:\n  - { exam: STEP_1, outcome: NOT_TAKEN }\n");
        String json = file("a.json", "{\"exams\":[{\"outcome\":\"NOT_TAKEN\",\"exam\":\"STEP_1\"}],\"school\":{\"country\":\"NO\"},\"id\":\"a\"}");
        assertThat(run("evaluate", yaml, "--format", "json").out()).isEqualTo(run("evaluate", json, "--format", "json").out()).contains("(country: Norway)");
    }

    @Test
    void aContestedVerdictSaysWhatTheOtherReadingHolds() throws IOException {
        String applicant = file("c.json", "{\"person\":{\"citizenships\":[\"IN\"],\"usStatus\":\"NONE\"},\"school\":{\"country\":\"IN\",\"accreditor\":\"NONE\",\"accredited\":false,\"worldDirectoryNote\":true},"
                + "\"education\":{\"creditYears\":5,\"graduatedOn\":\"2020-06-01\",\"diplomaVerified\":false,\"transcriptVerified\":true},\"ecfmg\":{\"applicationAccepted\":true,\"certified\":false}}");
        assertThat(run("evaluate", applicant, "--as-of", "2026-03-01", "--question", "ecfmg-certification").out())
                .contains("(contested)", "Contested. Under the reading 'current' it is: Not yet.", "No agency accredits the school.");
    }

    @Test
    void aContestedVerdictThatIsOpenUnderTheOtherReadingSaysWhatIsFoundDifferentlyThere() throws IOException {
        String applicant = file("m.json", "{\"school\":{\"country\":\"CA\"},\"education\":{\"graduatedOn\":\"2026-05-01\"}}");
        assertThat(run("evaluate", applicant, "--as-of", "2026-11-21", "--question", "ecfmg-application").out().replaceAll("\\s+", " "))
                .contains("Does not apply Start ECFMG certification (contested)", "Contested. Under the reading 'current' it is: Not decided.",
                        "the graduation of 1 May 2026 lies in 2026 or later", "its graduates are not counted as international medical graduates");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate no-such-file.json                       | no-such-file.json: no such file.
            evaluate src                                     | src: is a folder.
            evaluate fixtures/asha.json --question ecfmg-aplication | Maybe ecfmg-application.
            evaluate fixtures/asha.json --reading other      | No reading is called 'other'.
            evaluate fixtures/asha.json --as-of yesterday    | is not a date as 2026-03-01.
            evaluate fixtures/asha.json --rules no-such-dir  | no such folder of rules
            evaluate                                         | Missing required parameter
            evalute x                                        | Unmatched argument
            batch no-such-file.jsonl                         | no such file.
            batch fixtures/asha.json --output no-such-folder/out.jsonl | no-such-folder/out.jsonl: the folder does not exist.
            regress no-such-folder                           | cannot be read
            """)
    void wrongInputOrCommandLineIsExitCodeTwoWithOneClearMessage(String line, String message) {
        Run run = run(line.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void allProblemsOfAnApplicantAreToldAtOnce() throws IOException {
        Run run = run("evaluate", file("bad.json", "{\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"PASED\"},{\"exam\":\"STEP_3\",\"outcome\":\"NOT_TAKEN\",\"attempts\":2}],\"scool\":{},\"oet\":{\"reading\":501}}"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).containsExactlyInAnyOrder(
                "/exams/0/outcome: 'PASED' is not one of PASSED, FAILED, NOT_TAKEN, AWAITING_RESULT. Maybe PASSED.",
                "/exams/1/attempts: USMLE Step 3 is said not to be taken, yet there is a count of 2 attempts. Correct one of the two.",
                "/scool: no such section. Maybe school.",
                "/oet/reading: 501 is out of range: 0 to 500.");
    }

    @Test
    void twentyMegabytesOfBracketsAreRefused() throws IOException {
        Run run = run("evaluate", file("brackets.json", "[".repeat(20_000_000)));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is larger than 1 MiB");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("latin.json"), "{\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("evaluate", folder.resolve("latin.json").toString()).err()).contains("is not UTF-8 text");
    }

    @Test
    void batchKeepsOrderAndGoesOnAfterABadLine() throws IOException {
        Run run = run("batch", file("some.jsonl", "{\"id\":\"one\"}\n{\"id\":\"two\",\"x\":1}\n\n{\"id\":\"four\"}\n"), "--question", "ecfmg-application", "--as-of", "2026-03-01");
        List<String> lines = run.out().lines().toList();
        assertThat(run.code()).isEqualTo(1);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("\"applicant\":\"one\"").doesNotContain("otherReading");
        assertThat(lines.get(1)).isEqualTo("{\"line\":2,\"error\":\"/x: no such section.\"}");
        assertThat(lines.get(2)).contains("\"line\":3");
        assertThat(lines.get(3)).contains("\"applicant\":\"four\"");
    }

    @Test
    void aLineThatIsNotUtf8OrFarTooLongIsABadLineAndTheRunGoesOn() throws IOException {
        Path lines = folder.resolve("mixed.jsonl");
        Files.write(lines, "{\"id\":\"one\"}\n{\"id\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(lines, "[".repeat(2_000_000) + "\n{\"id\":\"four\"}\n", java.nio.file.StandardOpenOption.APPEND);
        Run run = run("batch", lines.toString(), "--question", "ecfmg-application", "--as-of", "2026-03-01");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).satisfiesExactly(one -> assertThat(one).contains("\"applicant\":\"one\""),
                two -> assertThat(two).isEqualTo("{\"line\":2,\"error\":\"not UTF-8 text. Save it as UTF-8.\"}"),
                three -> assertThat(three).isEqualTo("{\"line\":3,\"error\":\"larger than 1 MiB, which no applicant is.\"}"),
                four -> assertThat(four).contains("\"applicant\":\"four\""));
    }

    @Test
    void batchWritesItsOutputWhole() throws IOException {
        Path output = folder.resolve("out.jsonl");
        assertThat(run("batch", file("one.jsonl", "{\"id\":\"one\"}\n"), "--output", output.toString()).code()).isZero();
        assertThat(Files.readAllLines(output)).hasSize(1);
        assertThat(Files.list(folder).map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("one.jsonl", "out.jsonl");
    }

    @Test
    void regressRunsTheShippedFixturesAndFailsOnADifference() throws IOException {
        String fixture = "topic: t\nabout: a\ndefaults: { asOf: 2026-03-01 }\ncases:\n  - { id: one, says: Nothing is known, applicant: {}, expect: { img: \"YES\" } }\n";
        Run failing = run("regress", file("f.yaml", fixture));
        assertThat(failing.code()).isEqualTo(1);
        assertThat(failing.out()).contains("f.yaml:5 one", "Nothing is known", "img expected YES", "img actual   UNKNOWN", "1 cases, 1 differences");
        assertThat(run("regress", file("f.yaml", fixture.replace("\"YES\"", "UNKNOWN"))).code()).isZero();
    }

    @Test
    void catalogueAndSchemaAndVersionAnswer() {
        assertThat(run("catalogue", "--format", "json").out()).startsWith("{\"questions\":[").contains("\"requirements\":[", "\"rules\":[", "\"sources\":[", "\"tables\":[");
        assertThat(run("catalogue").out()).contains("Questions (105)");
        assertThat(run("catalogue", "--format", "md").out()).startsWith("# The catalogue of the policy");
        assertThat(run("schema").out()).contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(run("--version").out()).contains("img-eligibility 0.", "rules sha256:");
        assertThat(run("evaluate", "--help").out()).contains("--as-of", "--reading", "--question", "--rules", "--format");
    }
}
