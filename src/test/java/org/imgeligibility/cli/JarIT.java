package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The built jar, as its users start it. */
class JarIT {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = "target/img-eligibility.jar";

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {
    }

    private Run java(String input, String... arguments) throws IOException, InterruptedException {
        return run(List.of(JAVA, "-Duser.home=" + folder.resolve("home"), "-jar", JAR), input, arguments);
    }

    private Run run(List<String> program, String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void theReadmesApplicantIsExplained() throws Exception {
        Run run = java("", "evaluate", "fixtures/asha.json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Applicant asha", "\u251C [met]", "Sources");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theLauncherSaysWhatTheJarSaysWithItsClassesOutOfTheArchive() throws Exception {
        Run jar = run(List.of(JAVA, "-jar", JAR), "{}", "evaluate", "-", "--as-of", "2026-11-21");
        Path elsewhere = Files.createDirectory(folder.resolve("a folder"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("launched"), Path.of("target").toAbsolutePath());
        assertThat(run(List.of(link.resolve("img-eligibility").toString()), "{}", "evaluate", "-", "--as-of", "2026-11-21")).isEqualTo(jar);
        assertThat(run(List.of("target/img-eligibility"), "", "evaluate", "no such file").code()).isEqualTo(2);
        assertThat(loaded("target/img-eligibility.jsa", Main.class.getName(), "--version")).contains("shared objects file (top)");
        assertThat(loaded("target/img-eligibility-serve.jsa", "org.springframework.boot.SpringApplication", "serve", "--port", "0")).contains("shared objects file (top)");
    }

    /** Where a class comes from with an archive; a server ends once it is ready. */
    private String loaded(String archive, String type, String... arguments) throws Exception {
        String all = run(List.of(JAVA, "-XX:SharedArchiveFile=" + archive, "-Xlog:class+load", "-Dspring.context.exit=onRefresh", "-jar", JAR), "", arguments).out();
        return all.lines().filter(line -> line.contains(" " + type + " source: ")).findFirst().orElseThrow();
    }

    @Test
    void evaluateAndBatchGiveTheSameDocumentForTheSameApplicant() throws Exception {
        String applicant = Files.readString(Path.of("fixtures/asha.json")).replaceAll("\\s+", " ");
        Run batch = java(applicant + "\n", "batch", "-", "--as-of", "2026-11-21");
        Run evaluate = java(applicant, "evaluate", "-", "--as-of", "2026-11-21", "--format", "json");
        assertThat(batch.code()).isZero();
        assertThat(withoutOtherReading(evaluate.out())).isEqualTo(withoutOtherReading(batch.out()));
    }

    /** The document by its keys in order; {@code batch} leaves the other reading out. */
    private static String withoutOtherReading(String document) {
        JsonNode tree = new ObjectMapper().readTree(document);
        tree.get("verdicts").forEach(verdict -> ((ObjectNode) verdict).remove("otherReading"));
        return tree.toString();
    }

    @Test
    void regressPassesOnTheFixturesInTheJar() throws Exception {
        Run run = java("", "regress");
        assertThat(run.out()).endsWith(" 0 differences, 0 malformed" + System.lineSeparator());
        assertThat(run.code()).isZero();
    }

    @Test
    void editedRulesAnswerAndNothingIsKeptOfThem() throws Exception {
        Path rules = copied(Path.of("rules"));
        Path steps = rules.resolve("certification/certification.drl");
        Files.writeString(steps, Files.readString(steps).replace("The person has no USMLE/ECFMG Identification Number yet.", "No number has been given to this person."));
        Run run = java("{\"ecfmg\":{\"hasId\":false}}", "evaluate", "-", "--rules", rules.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No number has been given to this person.");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void anUnusableRuleFolderIsRefusedWithAllItsErrors() throws Exception {
        Path rules = copied(Path.of("rules"));
        Path file = rules.resolve("certification/img.drl");
        Files.writeString(file, Files.readString(file).replace("usStatus == UsStatus.US_CITIZEN", "usStatus == UsStatus.US_CITIZN").replace("country == \"CA\"", "cuntry == \"CA\"")
                + "\nrule \"Run\" @requirement(\"us-person\") @says(\"x\") @source(\"nrmp-us-img\") when AsOf() then Runtime.getRuntime().exec(\"x\"); end\n");
        Run run = java("{}", "evaluate", "-", "--rules", rules.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("certification/img.drl:", "UsStatus has no choice 'US_CITIZN'. Maybe US_CITIZEN.", "School has no field 'cuntry'. Maybe country.", "'conclude' is expected here")
                .doesNotContain("\tat ");
    }

    private Path copied(Path from) throws IOException {
        Path to = folder.resolve("rules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
