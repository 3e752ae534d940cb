package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command regress: what it prints, writes and returns. */
class RegressCommandTest {

    private static final String RIGHT = "  - { id: right, says: Abroad, expect: { img: \"YES\" } } # a comment\n";
    private static final String WRONG = "  - { id: wrong, says: At home, expect: { img: \"NO\" } }\n";

    @TempDir
    private Path folder;
    private Path file;

    /** What the command wrote and how it ended. */
    private record Run(int code, String out, String err) {
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private String fixtures(String cases) throws IOException {
        return Files.writeString(file, "defaults: { asOf: 2026-03-01, applicant: { school: { country: IN } } }\ncases:\n" + cases).getParent().getParent().toString();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        file = Files.createDirectories(folder.resolve("set/sub")).resolve("some.yaml");
    }

    @Test
    void aRunThatComesOutAsExpectedIsExitCodeZero() throws IOException {
        Run run = run("regress", fixtures(RIGHT));
        assertThat(run.out().lines()).containsExactly("set/sub: 1 cases, 0 differ", "1 cases, 0 differences, 0 malformed");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aDifferenceIsShownWithSentenceBothOutcomesAndRule() throws IOException {
        Run run = run("regress", fixtures(RIGHT + WRONG));
        assertThat(run.code()).isEqualTo(Main.FOUND);
        assertThat(run.out()).containsSubsequence("set/sub/some.yaml:4 wrong", "  At home", "  img expected NO", "  img actual   YES", "  by \"", "(certification/img.drl:",
                "set/sub: 2 cases, 1 differ", "2 cases, 1 differences, 0 malformed");
    }

    @Test
    void aMalformedFixtureIsAFindingAndTheOthersStillRun() throws IOException {
        Run run = run("regress", fixtures(RIGHT + "  - { id: odd, says: S }\n"));
        assertThat(run.code()).isEqualTo(Main.FOUND);
        assertThat(run.out()).contains("set/sub/some.yaml:4: a case without expectation.", "1 cases, 0 differences, 1 malformed");
    }

    @Test
    void onlyRunsWhatAPatternMeans() throws IOException {
        String set = fixtures(RIGHT + WRONG);
        assertThat(run("regress", set, "--only", "ri*").code()).isZero();
        assertThat(run("regress", set, "--only", "sub/some.yaml/wrong").out()).contains("1 cases, 1 differences");
        Run none = run("regress", set, "--only", "wrng");
        assertThat(none.code()).isEqualTo(Main.WRONG_INPUT);
        assertThat(none.err()).contains("--only: no case matches 'wrng'. Maybe wrong.");
    }

    @Test
    void junitAndJsonAreWrittenAlsoWhenCasesDiffer() throws IOException {
        Path junit = folder.resolve("report.xml");
        Run run = run("regress", fixtures(RIGHT + WRONG), "--junit", junit.toString(), "--format", "json");
        assertThat(run.code()).isEqualTo(Main.FOUND);
        assertThat(Files.readString(junit)).contains("<testsuites name=\"regress\" tests=\"2\" failures=\"1\"");
        assertThat(run.out()).startsWith("{\"rules\":\"sha256:").contains("\"id\":\"wrong\"", "\"expected\":\"NO\"", "\"folders\":[{\"folder\":\"set/sub\",\"cases\":2,\"differ\":1}]").doesNotContain("\"coverage\"");
    }

    @Test
    void coverageTellsWhatIsNotReachedAndFailsBelowAThreshold() throws IOException {
        String set = fixtures(RIGHT);
        Run run = run("regress", set, "--coverage", "--at-least", "0.01");
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsSubsequence("Coverage", "rules/certification/img.drl: ", "  not reached: rule ", "(line ", "rules: ", "dated edges: ", "total: ");
        Run below = run("regress", set, "--coverage", "--at-least", "99.5", "--format", "json");
        assertThat(below.code()).isEqualTo(Main.FOUND);
        assertThat(below.err()).startsWith("Less than 99.5 % is reached: ");
        assertThat(below.out()).contains("\"coverage\":{\"reached\":", "\"unreached\":[{\"kind\":\"rule\"");
    }

    @Test
    void acceptShowsTheChangeAndWritesOnceAgreed() throws IOException {
        String set = fixtures(WRONG + RIGHT);
        String before = Files.readString(file);
        Run asked = run("regress", set, "--accept");
        assertThat(asked.code()).isEqualTo(Main.WRONG_INPUT);
        assertThat(asked.err()).contains("there is no terminal to ask. Add --yes");
        assertThat(asked.out()).contains("  - - { id: wrong, says: At home, expect: { img: \"NO\" } }", "  + - { id: wrong, says: At home, expect: { img: \"YES\" } }");
        assertThat(Files.readString(file)).isEqualTo(before);
        Run agreed = run("regress", set, "--accept", "--yes");
        assertThat(agreed.code()).isZero();
        assertThat(agreed.out()).contains("1 cases in 1 files were rewritten.");
        assertThat(Files.readString(file)).isEqualTo(before.replace("\"NO\"", "\"YES\""));
        assertThat(run("regress", set).code()).isZero();
    }

    @Test
    void nothingIsAcceptedWhileFixturesAreMalformed() throws IOException {
        String set = fixtures(WRONG + "  - { id: odd, says: S }\n");
        String before = Files.readString(file);
        Run run = run("regress", set, "--accept", "--yes");
        assertThat(run.code()).isEqualTo(Main.WRONG_INPUT);
        assertThat(run.err()).contains("some fixtures are malformed, so nothing was changed.");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --accept                         | --accept: the shipped fixtures cannot be changed.
            fixtures --accept --format json  | --accept: shows its changes as text.
            --at-least 90                    | --at-least: is a share of the coverage or of the edits caught. Add --coverage or --mutants.
            --coverage --at-least many       | 'many' is not a percentage as 95 or 99.5.
            --coverage --at-least 101        | '101' is not a percentage as 95 or 99.5.
            --yes                            | --yes: answers the question of --accept.
            --junit no-such-folder/a.xml     | no-such-folder/a.xml: the folder does not exist.
            --format xml                     | 'xml'
            """)
    void optionsThatCannotBeTogetherAreExitCodeTwo(String options, String message) {
        Run run = run(("regress " + options).split(" +"));
        assertThat(run.code()).isEqualTo(Main.WRONG_INPUT);
        assertThat(run.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
    }
}
