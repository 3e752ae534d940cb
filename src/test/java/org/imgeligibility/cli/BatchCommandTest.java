package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.batch.Input;
import org.imgeligibility.rulebase.RuleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Many applicants: short answers, the summary, and going on after an interruption. */
class BatchCommandTest {

    private static final int MANY = 6000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;
    private Path input;
    private Path output;
    private Path partial;

    private record Run(int code, String out, String err) {
    }

    @BeforeEach
    void files() {
        input = folder.resolve("in.jsonl");
        output = folder.resolve("out.jsonl");
        partial = folder.resolve("out.jsonl.partial");
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Run batch(String... more) {
        return run(Stream.concat(Stream.of("batch", input.toString(), "--as-of", "2026-03-01"), Stream.of(more)).toArray(String[]::new));
    }

    private Run toOutput(String... more) {
        return batch(Stream.concat(Stream.of("--output", output.toString()), Stream.of(more)).toArray(String[]::new));
    }

    private void write(int count) throws IOException {
        Files.write(input, IntStream.range(0, count).mapToObj(id -> id % 50 == 7 ? "{\"x\":" + id + "}" : "{\"id\":\"" + id + "\",\"school\":{\"country\":\"" + List.of("IN", "US", "CA").get(id % 3) + "\"}}").toList());
    }

    @Test
    void outcomesAreThoseOfTheDocuments() throws IOException {
        Files.writeString(input, Files.readString(Path.of("fixtures/asha.json")).replaceAll("\\s+", " ") + "\n{\"school\":{\"country\":\"US\"}}\n");
        List<String> documents = batch().out().lines().toList();
        List<String> outcomes = batch("--outcomes").out().lines().toList();
        assertThat(outcomes).hasSize(2).allMatch(line -> line.length() < 5000);
        for (int at = 0; at < 2; at++) {
            JsonNode document = JSON.readTree(documents.get(at));
            JsonNode outcome = JSON.readTree(outcomes.get(at));
            assertThat(outcome.get("applicant")).isEqualTo(document.get("applicant"));
            assertThat(outcome.get("outcomes").properties().stream().map(one -> one.getKey() + " " + one.getValue().asString()).toList())
                    .isEqualTo(document.get("verdicts").valueStream().map(verdict -> verdict.get("question").asString() + " " + verdict.get("outcome").asString()).toList()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void theSummaryCountsOutcomesByQuestion() throws IOException {
        write(100);
        Run beside = batch("--outcomes", "--summary", "--question", "ecfmg-application", "--question", "visa/j-1");
        assertThat(beside.out().lines()).hasSize(100);
        List<String> table = beside.err().lines().toList();
        assertThat(table.get(0).strip().split(" +")).containsExactly("INELIGIBLE", "NOT_YET", "UNDETERMINED", "ELIGIBLE", "NOT_APPLICABLE");
        assertThat(table.get(1)).startsWith("ecfmg-application ");
        assertThat(table.get(1).split(" +")).satisfies(row -> assertThat(Stream.of(row).skip(1).mapToInt(Integer::parseInt).sum()).isEqualTo(98));
        assertThat(table.get(2)).startsWith("visa/j-1 ");
        assertThat(table.get(3)).isEqualTo("100 applicants, 2 of them could not be read.");
        Run apart = toOutput("--summary", "--question", "ecfmg-application", "--question", "visa/j-1");
        assertThat(apart.out().lines().toList()).isEqualTo(table.subList(0, 3));
        assertThat(apart.code()).isEqualTo(1);
    }

    @Test
    void aKilledRunIsGoneOnWithAndWritesTheSame() throws Exception {
        write(MANY);
        Process killed = inTheMiddle();
        killed.destroyForcibly().waitFor();
        assertThat(output).doesNotExist();
        Files.writeString(partial, "{\"applicant\":\"to", StandardOpenOption.APPEND);
        long before = lines(partial);
        assertThat(before).isBetween(1L, MANY - 1L);
        Run resumed = toOutput("--outcomes", "--summary", "--resume");
        assertThat(resumed.code()).isEqualTo(1);
        assertThat(resumed.err()).isEqualTo(MANY + " applicants, " + MANY / 50 + " of them could not be read." + System.lineSeparator());
        byte[] written = Files.readAllBytes(output);
        assertThat(names()).containsExactlyInAnyOrder("in.jsonl", "out.jsonl", "err");
        Run whole = toOutput("--outcomes", "--summary");
        assertThat(written).isEqualTo(Files.readAllBytes(output));
        assertThat(resumed.out()).isEqualTo(whole.out());
    }

    @Test
    void aRunThatIsStoppedSaysHowToGoOn() throws Exception {
        write(MANY);
        Process stopped = inTheMiddle();
        stopped.destroy();
        stopped.waitFor();
        assertThat(Files.readString(folder.resolve("err"))).contains("Interrupted. What is done is kept in out.jsonl.partial.", "--resume");
        assertThat(stopped.exitValue()).isGreaterThan(3);
        assertThat(partial).exists();
        assertThat(output).doesNotExist();
    }

    /** A run of its own process that has written something, but not all. */
    private Process inTheMiddle() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "batch", input.toString(), "--as-of", "2026-03-01", "--outcomes", "--output", output.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile()).start();
        while (process.isAlive() && (Files.notExists(partial) || Files.size(partial) == 0)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(process.isAlive()).as("still running").isTrue();
        return process;
    }

    private static long lines(Path file) throws IOException {
        return Files.readString(file).chars().filter(sign -> sign == '\n').count();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** Leaves what a run for one question would have left, had it been interrupted after some lines. */
    private void interruptedAfter(int lines, boolean outcomes) throws Exception {
        String[] options = outcomes ? new String[] {"--question", "visa/j-1", "--outcomes"} : new String[] {"--question", "visa/j-1"};
        assertThat(toOutput(options).code()).isLessThan(2);
        Files.writeString(partial, Files.readString(output).lines().limit(lines).map(line -> line + "\n").collect(Collectors.joining()));
        Files.delete(output);
        Files.writeString(folder.resolve("out.jsonl.partial.json"), JSON.writeValueAsString(Map.of("input", Input.of(input).digest(), "--as-of", "2026-03-01", "--reading", "stated",
                "--question", "visa/j-1", "--outcomes", String.valueOf(outcomes), "rules", RuleFiles.builtInDigest(), "program", Version.number())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void documentsAndOutcomesAreBothGoneOnWith(boolean outcomes) throws Exception {
        String[] options = outcomes ? new String[] {"--summary", "--question", "visa/j-1", "--outcomes"} : new String[] {"--summary", "--question", "visa/j-1"};
        write(60);
        interruptedAfter(20, outcomes);
        Run resumed = toOutput(Stream.concat(Stream.of(options), Stream.of("--resume")).toArray(String[]::new));
        byte[] written = Files.readAllBytes(output);
        Run whole = toOutput(options);
        assertThat(written).isEqualTo(Files.readAllBytes(output));
        assertThat(resumed).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --question visa/j-1                                       | holds the unfinished work of an earlier run. Add --resume to go on with it. Delete it to begin anew.
            --question visa/h-1b --resume                             | was made with other --question (visa/j-1 then, visa/h-1b now).
            --question visa/j-1 --resume --reading current --outcomes | was made with other --reading (stated then, current now), --outcomes (false then, true now).
            --question visa/j-1 --resume --rules RULES                | was made with other rules (sha256:
            """)
    void earlierWorkIsGoneOnWithOnlyAsItWasBegun(String options, String message) throws Exception {
        write(10);
        interruptedAfter(5, false);
        Run refused = toOutput(options.replace("RULES", edited().toString()).split(" "));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1).allMatch(line -> line.startsWith(partial.toString()) && line.contains(message));
        assertThat(lines(partial)).isEqualTo(5);
    }

    private Path edited() throws IOException {
        Path rules = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.toList()) {
                Files.copy(file, rules.resolve(Path.of("rules").relativize(file).toString()));
            }
        }
        Files.writeString(rules.resolve("facts.drl"), "// edited\n", StandardOpenOption.APPEND);
        return rules;
    }

    @Test
    void anotherInputOrBrokenWorkIsNotGoneOnWith() throws Exception {
        write(10);
        interruptedAfter(5, false);
        byte[] earlier = Files.readAllBytes(input);
        write(11);
        assertThat(toOutput("--question", "visa/j-1", "--resume").err()).contains("was made with other input (sha256:");
        Files.write(input, earlier);
        Files.writeString(partial, "{\"applicant\n" + Files.readString(partial));
        assertThat(toOutput("--question", "visa/j-1", "--resume").err()).contains("line 1 is not as it was written");
        Files.delete(folder.resolve("out.jsonl.partial.json"));
        assertThat(toOutput("--question", "visa/j-1", "--resume").err()).contains("does not say what it was made of");
    }

    @Test
    void resumingBeginsWhereNothingWasBegun() throws IOException {
        write(3);
        assertThat(toOutput("--outcomes", "--resume").code()).isZero();
        assertThat(lines(output)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch IN --resume                 | goes on with an output file
            batch - --output OUT --resume     | goes on with an output file
            batch IN --output IN              | is the input
            batch IN --output FOLDER          | is no file that could be replaced
            batch IN --output /dev/null       | is no file that could be replaced
            """)
    void filesThatCannotBeMeantAreRefused(String line, String message) throws IOException {
        write(1);
        Run refused = run(line.replace("IN", input.toString()).replace("OUT", output.toString()).replace("FOLDER", folder.toString()).split(" "));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(message);
    }
}
