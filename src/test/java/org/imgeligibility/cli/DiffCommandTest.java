package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command diff: what it prints and returns. */
class DiffCommandTest {

    @TempDir
    private Path folder;
    private Path edited;

    /** What the command wrote and how it ended. */
    private record Run(int code, String out, String err) {
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    @BeforeEach
    void moveANumber() throws IOException {
        edited = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.toList()) {
                Files.copy(file, edited.resolve(Path.of("rules").relativize(file).toString()));
            }
        }
        Path table = edited.resolve("licensure/jurisdictions.csv");
        Files.writeString(table, Files.readString(table).replace("AL,Alabama,6,6,24,", "AL,Alabama,6,6,25,"));
    }

    @Test
    void rulesThatAreTheSameAreExitCodeZero() {
        Run run = run("diff", "--from", "rules", "--to", "rules", "fixtures/experience");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Rules: no change.", "No verdict differs for any of ");
    }

    @Test
    void verdictsThatTurnAreExitCodeOneInEveryFormat() throws IOException {
        Path people = Files.writeString(folder.resolve("people.jsonl"), "{\"school\":{\"country\":\"IN\"},\"training\":{\"usMonths\":24,\"canadaMonths\":0}}\n");
        String[] line = {"diff", "--from", "rules", "--to", edited.toString(), people.toString(), "--as-of", "2026-03-01", "--question", "licensure/AL", "--format", ""};
        line[line.length - 1] = "text";
        Run text = run(line);
        assertThat(text.code()).isEqualTo(Main.FOUND);
        assertThat(text.out()).contains("changed: table row \"AL\" (licensure/jurisdictions.csv:2)", "    - imgMonths: 24", "    + imgMonths: 25", "Full licence: Alabama", "before: ", "after: ").doesNotContain("\u001B");
        line[line.length - 1] = "md";
        assertThat(run(line).out()).startsWith("### Verdicts differ for ").contains("| who | question | before → after | applicants | smallest example |", "<details><summary>", "```diff\n");
        line[line.length - 1] = "json";
        assertThat(run(line).out()).startsWith("{\"from\":\"sha256:").contains("\"of\":[\"licensure/AL\"]", "\"how\":\"CHANGED\"", "\"periods\":[{\"first\":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --to rules                                              | Missing required option: '--from
            --from no-such --to rules                               | no-such: no such folder of rules
            --from rules --to rules no-such                         | no-such: no such file or folder.
            --from rules --to rules fixtures --generated 5          | --generated: takes the place of fixtures.
            --from rules --to rules --generated 0                   | --generated: 0 is out of range
            --from rules --to rules --seed 3                        | --seed: is for made-up applicants.
            --from rules --to rules --reading other                 | no reading is called 'other'
            --from rules --to rules --question licensure/ZZ         | no question is called 'licensure/ZZ'
            """)
    void wrongInputIsExitCodeTwo(String options, String message) {
        Run run = run(("diff " + options).split(" +"));
        assertThat(run.code()).isEqualTo(Main.WRONG_INPUT);
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }
}
