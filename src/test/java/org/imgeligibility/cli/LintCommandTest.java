package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imgeligibility.lint.Check;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lint} writes and how it ends. */
class LintCommandTest {

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {
    }

    private static Run lint(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[arguments.length + 1];
        all[0] = "lint";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(all);
        return new Run(code, out.toString(), err.toString());
    }

    private Run tiny(TinyRules rules, String... format) throws IOException {
        rules.writeTo(folder);
        return format.length == 0 ? lint("--rules", folder.toString(), "--as-of", "2026-11-21") : lint("--rules", folder.toString(), "--format", format[0]);
    }

    @Test
    void nothingIsFoundInTheRulesOfTheProgram() {
        assertThat(lint("--as-of", "2026-11-21")).isEqualTo(new Run(0, "No findings." + System.lineSeparator(), ""));
    }

    @Test
    void eachFindingIsALineWithItsPlaceLevelAndId() throws IOException {
        Run run = tiny(new TinyRules().when("Person(age > 1, age < 1)"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).anyMatch(line -> line.startsWith(folder + "/rules.drl:1:6: warning never-matches: no facts and no row can make \"The rule\" match."))
                .last().asString().matches("\\d+ findings\\.");
    }

    @Test
    void whatMakesAFolderUnusableIsAFindingWithItsId() throws IOException {
        Run run = tiny(new TinyRules().when("Person(agee > 1)"));
        assertThat(run).isEqualTo(new Run(1, folder + "/rules.drl:3:8: error unknown-field: Person has no field 'agee'. Maybe age." + System.lineSeparator() + "1 finding." + System.lineSeparator(), ""));
    }

    @Test
    void anEmptyFolderIsAFinding() throws IOException {
        assertThat(lint("--rules", Files.createDirectory(folder.resolve("empty")).toString()).code()).isEqualTo(1);
    }

    @Test
    void sarifComesWithTheSameEnd() throws IOException {
        Run run = tiny(new TinyRules().when("Person(agee > 1)"), "sarif");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("\"version\":\"2.1.0\"", "\"ruleId\":\"unknown-field\"", "\"startLine\":3,\"startColumn\":8");
    }

    @Test
    void theIdsAreListedOneALine() {
        Run run = lint("--ids");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(Check.values().length).anyMatch(line -> line.matches("gap +warning +No rule concludes on facts that are known\\."));
    }

    @Test
    void aWrongDayIsToldWithItsShape() {
        Run run = lint("--as-of", "soon");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'soon' is not a date as 2026-03-01.");
    }
}
