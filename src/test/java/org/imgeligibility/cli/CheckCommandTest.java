package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.TinyRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command check, in a git repository of a few rules. */
class CheckCommandTest {

    private static final String GROWN = """
            rule "A licence needs age" @requirement("licence") @requires("adult") @source("handbook") when AsOf() then conclude.require(drools); end
            rule "The person is of age" @requirement("adult") @says("Of age.") @source("handbook") when Person(age >= 18) then conclude.met(drools); end
            rule "The person is not of age" @requirement("adult") @says("Too young.") @next("Wait.") @source("handbook") when Person(age < 18) then conclude.notYet(drools); end
            """;

    private static final String FACTS = """
            declare AsOf @day day : LocalDate end
            declare Person @section("person") @title("Person") age : Integer @label("Age") end
            """;

    @TempDir
    private Path folder;
    private Path rules;
    private Path fixtures;

    private record Run(int code, String out, String err) {
    }

    @BeforeEach
    void write() throws IOException {
        rules = new TinyRules().rules(GROWN).with("facts.drl", FACTS).with("requirements.yaml", "- id: adult\n  title: Of age\n").writeTo(Files.createDirectories(folder.resolve("policy/rules")));
        fixtures = Files.createDirectories(folder.resolve("policy/fixtures"));
        Files.writeString(fixtures.resolve("some.yaml"), "cases:\n  - { id: grown, says: S, asOf: 2024-01-01, applicant: { person: { age: 18 } }, expect: { licence: ELIGIBLE } }\n");
    }

    private Run check() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute("check", "--rules", rules.toString(), fixtures.toString());
        return new Run(code, out.toString(), err.toString());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("../git.log").toFile()).start().waitFor()).isZero();
    }

    private void commit() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", "policy");
        git("commit", "-q", "-m", "Begin");
    }

    private void edit(String old, String edited) throws IOException {
        Path file = rules.resolve("rules.drl");
        Files.writeString(file, Files.readString(file).replace(old, edited));
    }

    @Test
    void rulesAsCommittedPass() throws Exception {
        commit();
        Run run = check();
        assertThat(run.out()).containsSubsequence("lint: no findings.", "regress: 1 cases, 0 differences, 0 malformed.", "diff: the rules are those of the last commit.");
        assertThat(run.code()).isZero();
    }

    @Test
    void anEditThatFailsAFixtureFailsAndTellsWhatItChanges() throws Exception {
        commit();
        edit("age >= 18", "age >= 19");
        edit("age < 18", "age < 19");
        Run run = check();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsSubsequence("lint: no findings.", "grown", "regress: 1 cases, 1 differences", "diff: since the last commit.", "\"The person is of age\" (rules.drl:2)", " → ", "applicants: 1");
    }

    @Test
    void anEditThatFixturesExpectPassesThoughItChangesVerdicts() throws Exception {
        commit();
        edit("age >= 18", "age >= 17");
        edit("age < 18", "age < 17");
        Run run = check();
        assertThat(run.out()).contains("diff: since the last commit.", "\"The person is not of age\"");
        assertThat(run.code()).isZero();
    }

    @Test
    void rulesThatCannotBeUsedFailWithTheirPlaces() throws Exception {
        commit();
        edit("age >= 18", "aeg >= 18");
        Run run = check();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("rules.drl:2:100: error unknown-field: Person has no field 'aeg'.", "lint: 1 finding.", "left out, since these rules cannot be used.");
    }

    @Test
    void outsideARepositoryTheComparisonIsLeftOut() {
        Run run = check();
        assertThat(run.out()).contains("diff: left out: ", " is not in the last commit of a git repository (");
        assertThat(run.code()).isZero();
    }

    @Test
    void aFolderThatIsNotCommittedIsNotComparedEither() throws Exception {
        git("init", "-q");
        Files.writeString(folder.resolve("other"), "x");
        git("add", "other");
        git("commit", "-q", "-m", "Other");
        assertThat(check().out()).contains("diff: left out: ");
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        commit();
        List<String> before = temporary();
        edit("Of age.", "Grown up.");
        check();
        assertThat(temporary()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("last-commit") || name.startsWith("git")).toList();
        }
    }

    @Test
    void aFolderThatIsNotThereIsWrongInput() {
        StringWriter err = new StringWriter();
        assertThat(Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err)).execute("check", "--rules", folder.resolve("no").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder of rules");
    }
}
