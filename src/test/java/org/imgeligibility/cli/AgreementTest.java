package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.web.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Form, interface, {@code evaluate} and {@code batch} say the same of every shipped applicant, byte for byte once keys are ordered. */
class AgreementTest {

    private static final JsonMapper ORDERED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>");
    private static final Map<String, String> WORDS = Map.of("ELIGIBLE", "Eligible", "NOT_YET", "Not yet", "UNDETERMINED", "Not decided", "INELIGIBLE", "Not eligible", "NOT_APPLICABLE", "Does not apply");
    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final HttpClient CLIENT = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    @TempDir
    private static Path folder;
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(EVALUATOR, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyWayGivesTheSameDocument() {
        List<Fixture> fixtures = Regression.builtIn(EVALUATOR).fixtures().stream().filter(fixture -> fixture.file().contains("/applicants/")).toList();
        assertThat(fixtures).hasSizeGreaterThanOrEqualTo(24);
        return fixtures.stream().map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> compare(fixture)));
    }

    private static void compare(Fixture fixture) throws Exception {
        String page = send(HttpRequest.newBuilder(at("case?name=" + encoded(fixture.name()))));
        String saved = send(HttpRequest.newBuilder(at("download")).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(filledIn(page))));
        JsonNode byInterface = ORDERED.readTree(send(HttpRequest.newBuilder(at("api/v1/evaluations?asOf=" + fixture.asOf() + "&reading=" + fixture.reading()))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(saved))));
        Path file = Files.writeString(folder.resolve("applicant.json"), saved);
        Path line = Files.writeString(folder.resolve("applicants.jsonl"), ORDERED.writeValueAsString(ORDERED.readTree(saved)) + "\n");
        JsonNode byEvaluate = ORDERED.readTree(run("evaluate", file.toString(), "--as-of", fixture.asOf().toString(), "--reading", fixture.reading(), "--format", "json"));
        JsonNode byBatch = ORDERED.readTree(run("batch", line.toString(), "--as-of", fixture.asOf().toString(), "--reading", fixture.reading()));
        assertThat(ordered(byInterface).equals(ordered(byEvaluate))).as("interface and evaluate").isTrue();
        assertThat(byBatch.get("verdicts").size()).isEqualTo(fixture.questions().size());
        assertThat(ordered(withoutOtherReading(byInterface)).equals(ordered(byBatch))).as("interface and batch, which leaves the other reading out").isTrue();
        byInterface.get("verdicts").forEach(verdict -> assertThat(shown(page, verdict.get("question").asString())).as(verdict.get("question").asString()).isEqualTo(WORDS.get(verdict.get("outcome").asString())));
    }

    private static URI at(String path) {
        return URI.create(server.address() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.request().uri().getPath()).isEqualTo(200);
        return response.body();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter())).execute(arguments)).isZero();
        return out.toString();
    }

    /** What a browser would send of the form in a page. */
    private static String filledIn(String page) {
        Stream<String> inputs = INPUT.matcher(page).results().map(found -> found.group(1))
                .filter(input -> !attribute(input, "name").isEmpty() && (!input.matches(".*type=\"(radio|checkbox)\".*") || input.contains("checked=\"checked\"")))
                .map(input -> encoded(attribute(input, "name")) + "=" + encoded(attribute(input, "value")));
        Stream<String> selects = SELECT.matcher(page).results().filter(found -> found.group(1).startsWith("/")).map(found -> encoded(found.group(1)) + "="
                + encoded(selected(found.group(2))));
        return Stream.concat(inputs, selects).collect(Collectors.joining("&"));
    }

    private static String selected(String options) {
        Matcher chosen = Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(options);
        return chosen.find() ? chosen.group(1) : "";
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") : "";
    }

    /** The outcome that a page shows for a question, on its tile, in its row or beside its title. */
    private static String shown(String page, String question) {
        String id = question.replace('/', '-');
        Matcher found = Pattern.compile("<(?:article|button|tr)[^>]*data-outcome=\"([^\"]+)\"[^>]*>(?:\\s*<th scope=\"row\"><button[^>]*id=\"b-q-" + id + "\")?").matcher(page);
        while (found.find()) {
            if (found.group().contains("\"q-" + id + "\"") || found.group().contains("\"b-q-" + id + "\"")) {
                return found.group(1);
            }
        }
        return "nothing";
    }

    private static JsonNode withoutOtherReading(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.get("verdicts").forEach(verdict -> ((ObjectNode) verdict).remove("otherReading"));
        return copy;
    }

    private static String ordered(JsonNode document) {
        return ORDERED.writeValueAsString(ORDERED.treeToValue(document, Object.class));
    }
}
