package org.imgeligibility.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.TinyRules;
import org.imgeligibility.web.Limits;
import org.imgeligibility.web.Server;
import org.imgeligibility.web.Serving;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saves in a served folder, over HTTP. Nothing has a deadline but a minute after which something is broken. */
class WatchingTest {

    private static final String RULE = TinyRules.rule("Of age", "Person(age > 17)");
    private static final String CASE = "topic: licensure\nabout: Who is of age.\ncases:\n  - id: forty\n    says: Forty is enough\n    asOf: 2026-01-01\n    reading: stated\n"
            + "    applicant: { person: { age: 40 } }\n    expect: { licence: { outcome: ELIGIBLE } }\n";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;
    private static Path rules;
    private static Path cases;
    private static RulesInForce inForce;
    private static Watching watching;
    private static Server server;
    private static String atStart;

    @BeforeAll
    static void serve() throws IOException {
        rules = new TinyRules().rules(RULE).with("questions.yaml", "- id: licence\n  title: A licence\n  topic: licensure\n  about: Whether a licence is due.\n")
                .with("requires.drl", "rule \"Age\" @requirement(\"licence\") @requires(\"adult\") @source(\"handbook\")\nwhen\nAsOf()\nthen conclude.require(drools); end\n").writeTo(folder.resolve("rules"));
        cases = Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(cases.resolve("age.yaml"), CASE);
        RuleBase loaded = RuleBase.of(rules);
        inForce = new RulesInForce(new Evaluator(loaded));
        watching = Watching.start(inForce, rules, Optional.of(cases));
        server = Server.start(inForce, Serving.locally(0), Limits.ofThisMachine());
        atStart = loaded.policy().digest();
    }

    /** Taking every edit back brings the rules of the start back, in one more swap. */
    @AfterEach
    void restore() throws Exception {
        Files.writeString(cases.resolve("age.yaml"), CASE);
        Files.deleteIfExists(rules.resolve("new/deeper/more.drl"));
        save("rules.drl", RULE);
        await(() -> inForce.edition().policy().digest().equals(atStart) && !isRefused());
    }

    @AfterAll
    static void end() {
        server.close();
        watching.close();
    }

    private String get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", path.startsWith("actuator") ? "application/json" : "text/html").build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private String outcome(int age) throws IOException, InterruptedException {
        String answer = CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + "api/v1/evaluations?question=licence")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"person\":{\"age\":" + age + "}}")).build(), HttpResponse.BodyHandlers.ofString()).body();
        return answer.replaceAll("(?s).*\"outcome\":\"([A-Z_]+)\".*", "$1");
    }

    /** As many editors do: beside it first, then in its place. */
    private static void save(String file, String text) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.createDirectories(rules.resolve(file).getParent());
        Files.move(draft, rules.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int turn = 0; turn < 6_000 && !done.getAsBoolean(); turn++) {
            Thread.sleep(10);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static boolean isRefused() {
        return inForce.standing().orElseThrow().refused().isPresent();
    }

    private void awaitDigestOtherThan(String digest) throws InterruptedException {
        await(() -> !inForce.edition().policy().digest().equals(digest));
    }

    @Test
    void aSavedConditionComesIntoForceOnceEveryCaseHolds() throws Exception {
        assertThat(outcome(20)).isEqualTo("ELIGIBLE");
        String before = inForce.edition().policy().digest();
        save("rules.drl", RULE.replace("age > 17", "age > 30"));
        awaitDigestOtherThan(before);
        assertThat(outcome(20)).isEqualTo("UNDETERMINED");
        assertThat(get("actuator/health")).contains(inForce.edition().policy().digest()).doesNotContain("refusedSince");
        assertThat(inForce.standing().orElseThrow().cases()).contains(new Standing.Count(1, 1));
    }

    @Test
    void anEditThatACaseContradictsIsRefusedByNameAndTheFormerRulesAnswer() throws Exception {
        String before = inForce.edition().policy().digest();
        save("rules.drl", RULE.replace("age > 17", "age > 50"));
        await(WatchingTest::isRefused);
        assertThat(outcome(40)).isEqualTo("ELIGIBLE");
        assertThat(inForce.edition().policy().digest()).isEqualTo(before);
        assertThat(get("actuator/health")).contains("\"status\":\"UP\"", "refusedSince", "fixtures/age.yaml:4 forty", "expected ELIGIBLE", "actual UNDETERMINED");
        assertThat(get("")).contains("not in force since", "fixtures/age.yaml:4 forty", "expected ELIGIBLE");
        Files.writeString(cases.resolve("age.yaml"), CASE.replaceAll("age: 40", "age: 60"));
        awaitDigestOtherThan(before);
        assertThat(outcome(40)).isEqualTo("UNDETERMINED");
        assertThat(get("")).doesNotContain("not in force since").contains("Rules in force since");
    }

    @Test
    void aCaseThatIsSavedAndDoesNotHoldIsTold() throws Exception {
        Files.writeString(cases.resolve("age.yaml"), CASE.replace("ELIGIBLE", "INELIGIBLE"));
        await(WatchingTest::isRefused);
        assertThat(get("actuator/health")).contains("fixtures/age.yaml:4 forty", "expected INELIGIBLE");
        Files.writeString(cases.resolve("age.yaml"), CASE);
        await(() -> !isRefused());
    }

    @Test
    void aFileInANewFolderIsSeenToo() throws Exception {
        String before = inForce.edition().policy().digest();
        save("new/deeper/more.drl", TinyRules.rule("Old", "Person(age > 90)"));
        awaitDigestOtherThan(before);
        before = inForce.edition().policy().digest();
        save("new/deeper/more.drl", TinyRules.rule("Very old", "Person(age > 99)"));
        awaitDigestOtherThan(before);
        assertThat(inForce.edition().policy().rules()).anyMatch(rule -> rule.name().equals("Very old"));
    }

    static Stream<String> hostile() {
        return Stream.of(
                RULE.replace("conclude.met(drools);", "Runtime.getRuntime().exec(\"touch OUCH\"); conclude.met(drools);"),
                RULE.replace("conclude.met(drools);", "new ProcessBuilder(\"touch\", \"OUCH\").start();"),
                RULE.replace("age > 17", "new java.io.FileWriter(\"OUCH\") != null"),
                RULE.replace("age > 17", "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\")) != null"),
                RULE.replace("age > 17", "new java.net.URL(\"http://127.0.0.1/\").openStream() != null"),
                RULE.replace("age > 17", "new java.net.Socket(\"127.0.0.1\", 22) != null"),
                RULE.replace("age > 17", "this.getClass().getMethods() != null"),
                RULE.replace("age > 17", "Class.forName(\"java.lang.Runtime\").getMethod(\"getRuntime\") != null"),
                RULE.replace("age > 17", "getClass().getClassLoader().loadClass(\"Evil\") != null"),
                "import java.net.URLClassLoader;\n" + RULE,
                RULE.replace("conclude.met(drools);", "System.exit(0);"),
                RULE.replace("age > 17", "eval(Runtime.getRuntime().halt(1))"),
                "function boolean endless() { while (true) { } }\n" + RULE,
                RULE.replace("conclude.met(drools);", "while (true) { } conclude.met(drools);"),
                RULE.replace("age > 17", "city matches \"(a+)+b\""),
                RULE.replace("conclude.met(drools);", "insert(new Person()); conclude.met(drools);"),
                RULE.replace("Person(age > 17)", Stream.generate(() -> "Agency()\nExam()\nLimit()").limit(6).collect(Collectors.joining("\n"))),
                RULE + " ".repeat(2_000_000),
                RULE.replace("age > 17", "age > 17 && (".repeat(2_000) + "age > 17" + ")".repeat(2_000)),
                RULE.replace("age > 17", "age in (" + IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(",")) + ")"),
                IntStream.range(0, 6_000).mapToObj(at -> TinyRules.rule("Rule " + at, "Person(age > " + at + ")")).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileSaveLeavesTheLastGoodRulesInForce(String text) throws Exception {
        String before = inForce.edition().policy().digest();
        save("rules.drl", text);
        await(WatchingTest::isRefused);
        assertThat(inForce.edition().policy().digest()).isEqualTo(before);
        assertThat(outcome(40)).isEqualTo("ELIGIBLE");
        assertThat(get("actuator/health")).contains("\"status\":\"UP\"", "refusedSince");
        assertThat(Path.of("OUCH")).doesNotExist();
        save("rules.drl", RULE);
        await(() -> !isRefused());
        assertThat(outcome(40)).isEqualTo("ELIGIBLE");
    }
}
