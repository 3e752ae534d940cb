package org.imgeligibility.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.CaseloadFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answers of a caseload are those of {@code batch}, in one process and on a cluster, also when an executor dies. So
 * many applicants: {@code -Dcaseload=200000} (the default), drawn from 2000 different ones.
 */
class CaseloadIT {

    private static final int COUNT = Integer.getInteger("caseload", 200_000);
    private static final int DIFFERENT = 2000;
    private static final String SECRET = "Marker7311";
    private static final List<String> DAY = List.of("--as-of", "2026-11-21");

    @TempDir
    private static Path folder;
    private static Installation spark;
    private static Path applicants;
    private static Path expected;

    @BeforeAll
    static void answersOfBatch() throws Exception {
        spark = new Installation(folder);
        applicants = folder.resolve("applicants.jsonl");
        expected = folder.resolve("expected.jsonl");
        Path different = folder.resolve("different.jsonl");
        CaseloadFile.write(different, DIFFERENT, LocalDate.of(2026, 11, 21));
        write(Files.readAllLines(different));
        Process batch = new ProcessBuilder(Installation.java(), "-Xmx512m", "-jar", "target/img-eligibility.jar", "batch", applicants.toString(), "--outcomes", "--as-of", "2026-11-21",
                "--output", expected.toString()).redirectErrorStream(true).redirectOutput(spark.log("batch").toFile()).start();
        assertThat(Installation.ended(batch)).as(spark.logged("batch")).isEqualTo(1);
    }

    /** Each a hundredth line cannot be read, in one of several ways. */
    private static void write(List<String> different) throws IOException {
        try (OutputStream out = Files.newOutputStream(applicants)) {
            for (int number = 0; number < COUNT; number++) {
                out.write(number % 100 == 7 ? bad(number) : (different.get(number % DIFFERENT).replaceFirst("\"id\":\"\\d+\"", "\"id\":\"" + number + "\"") + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] bad(int number) {
        return List.of("\n", "{\"id\":\"\u00e9\"}\n", "{\"" + SECRET + "\":1}\n", "{\"id\":\"" + SECRET + "\"\r\n").get(number / 100 % 4).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertSameAsBatch(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output); OutputStream whole = Files.newOutputStream(folder.resolve("together"))) {
            List<Path> parts = files.filter(file -> file.getFileName().toString().startsWith("part-")).sorted().toList();
            for (Path part : parts) {
                Files.copy(part, whole);
            }
        }
        assertThat(output.resolve("_SUCCESS")).exists();
        assertThat(Files.mismatch(folder.resolve("together"), expected)).as("first byte that differs").isEqualTo(-1);
    }

    private static List<String> arguments(Path input, Path output, String... more) {
        return Stream.of(Stream.of(input.toString(), output.toString()), DAY.stream(), Stream.of(more)).flatMap(some -> some).toList();
    }

    @Test
    void oneProcessAnswersAsBatchDoesAndTellsNothingOfApplicants() throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        Path output = folder.resolve("local");
        Process run = spark.submit("local", "local[2]", List.of("--conf", "spark.eventLog.enabled=true", "--conf", "spark.eventLog.compress=false", "--conf", "spark.eventLog.dir=" + events.toUri()),
                arguments(applicants, output));
        assertThat(Installation.ended(run)).as(spark.logged("local")).isEqualTo(1);
        assertSameAsBatch(output);
        assertThat(spark.logged("local")).contains(COUNT + " applicants, " + COUNT / 100 + " of them could not be read.").contains("INFO").doesNotContain(SECRET, "certifiedOn");
        try (Stream<Path> files = Files.walk(events)) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).anyMatch(log -> log.toFile().length() > 10_000).allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain(SECRET, "certifiedOn"));
        }
        assertThat(Files.readString(folder.resolve("together"))).contains(SECRET);
    }

    @Test
    void aClusterThatLosesAnExecutorAnswersAsBatchDoes() throws Exception {
        Path output = folder.resolve("cluster");
        try (Cluster cluster = new Cluster(spark)) {
            Process run = spark.submit("cluster", cluster.master(), List.of("--conf", "spark.executor.memory=1g"), arguments(applicants, output));
            Cluster.await(() -> !run.isAlive() || spark.logged("cluster").contains("FAILED") || isBegun(output));
            assertThat(isBegun(output)).as(spark.logged("cluster")).isTrue();
            cluster.executor().orElseThrow().destroyForcibly();
            assertThat(Installation.ended(run)).as(spark.logged("cluster")).isEqualTo(1);
        }
        assertThat(spark.logged("cluster")).contains("Lost executor", "Lost task").doesNotContain(SECRET);
        assertSameAsBatch(output);
    }

    /** Whether a task has written some of its answers, and the job is not over. */
    private static boolean isBegun(Path output) throws IOException {
        if (Files.notExists(output.resolve("_temporary"))) {
            return false;
        }
        try (Stream<Path> files = Files.walk(output.resolve("_temporary"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("part-") && file.toFile().length() > 0);
        }
    }

    @Test
    void aColumnOfParquetIsAnsweredLikeLines() throws Exception {
        Path table = folder.resolve("table");
        Path output = folder.resolve("of-table");
        Process writing = spark.start("writing", ToParquet.class.getName(), List.of(applicants.toString(), table.toString()));
        assertThat(Installation.ended(writing)).as(spark.logged("writing")).isZero();
        Process run = spark.submit("parquet", "local[2]", List.of(), arguments(table, output, "--format", "parquet"));
        assertThat(Installation.ended(run)).as(spark.logged("parquet")).isEqualTo(1);
        assertSameAsBatch(output);
        Process other = spark.submit("column", "local[2]", List.of(), arguments(table, folder.resolve("none"), "--format", "parquet", "--column", "person"));
        assertThat(Installation.ended(other)).isEqualTo(2);
        assertThat(spark.logged("column")).contains("has no column 'person'. There are applicant; say which by --column.");
    }

    @Test
    void wrongInputIsToldInOneLine() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        assertThat(Installation.ended(spark.submit("there", "local[2]", List.of(), arguments(applicants, there)))).isEqualTo(2);
        assertThat(spark.logged("there")).contains(there + ": exists already.").doesNotContain("\tat ");
        assertThat(Installation.ended(spark.submit("absent", "local[2]", List.of(), arguments(folder.resolve("absent"), folder.resolve("none"))))).isEqualTo(2);
        assertThat(spark.logged("absent")).contains("no such file or folder.").doesNotContain("\tat ");
        assertThat(Installation.ended(spark.submit("question", "local[2]", List.of(), arguments(applicants, folder.resolve("none"), "--question", "visa/j1")))).isEqualTo(2);
        assertThat(spark.logged("question")).contains("No question is called 'visa/j1'. Maybe visa/j-1.").doesNotContain("\tat ");
    }
}
