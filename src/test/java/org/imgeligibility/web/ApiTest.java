package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.imgeligibility.catalogue.Catalogue;
import org.imgeligibility.cli.Main;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.JsonSchema;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface, over HTTP. */
class ApiTest {

    private static final String ASHA = "fixtures/asha.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Evaluator evaluator;
    private static Server server;

    @BeforeAll
    static void start() {
        evaluator = new Evaluator(RuleBase.builtIn());
        server = Server.start(evaluator, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    private static HttpResponse<String> evaluate(String query, String body, String type) throws IOException, InterruptedException {
        return send("POST", "api/v1/evaluations" + query, body, "Content-Type", type);
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false).map(one -> one.get(field).asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stated", "current"})
    void anEvaluationIsTheDocumentOfTheEvaluatorAndOfTheCommand(String reading) throws Exception {
        String applicant = Files.readString(Path.of(ASHA));
        HttpResponse<String> response = evaluate("?asOf=2026-03-01&reading=" + reading, applicant, "application/json");
        StringWriter command = new StringWriter();
        Main.commandLine(new PrintWriter(command), new PrintWriter(command)).execute("evaluate", ASHA, "--as-of", "2026-03-01", "--reading", reading, "--format", "json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        String document = DocumentJson.of(evaluator.evaluate(applicant, new Request(LocalDate.of(2026, 3, 1), reading, List.of(), true)), false);
        assertThat(response.body().equals(document)).as("the bytes of the evaluator's document").isTrue();
        assertThat(JSON.readTree(response.body()).equals(JSON.readTree(command.toString()))).as("the command's document").isTrue();
        assertThat(JSON.readTree(response.body()).get("reading").asString()).isEqualTo(reading);
    }

    @Test
    void questionsCanBeNamedSeveralTimesAndByTheirBeginning() throws Exception {
        JsonNode document = JSON.readTree(evaluate("?question=clerkship&question=licensure/*", "{}", "application/json").body());
        assertThat(texts(document.get("verdicts"), "question")).hasSize(57).contains("clerkship", "licensure/CA").doesNotContain("observership");
    }

    @Test
    void yamlIsTakenToo() throws Exception {
        String yaml = evaluate("?asOf=2026-03-01", "id: a\nschool:\n  country: NO\n", "application/yaml").body();
        assertThat(yaml).isEqualTo(evaluate("?asOf=2026-03-01", "{\"id\":\"a\",\"school\":{\"country\":\"NO\"}}", "application/json").body()).contains("Norway");
    }

    @Test
    void allThatIsWrongWithAnApplicantIsToldWithItsPath() throws Exception {
        HttpResponse<String> response = evaluate("", "{\"exams\":[{\"exam\":\"STEP_1\",\"outcome\":\"PASED\"}],\"scool\":{},\"oet\":{\"reading\":501}}", "application/json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode errors = JSON.readTree(response.body()).get("errors");
        assertThat(texts(errors, "path")).containsExactlyInAnyOrder("/exams/0/outcome", "/scool", "/oet/reading");
        assertThat(texts(errors, "message")).anyMatch(message -> message.endsWith("Maybe PASSED."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?asOf=yesterday     | asOf | is not a date as 2026-03-01.
            ?reading=other      | ''   | No reading is called 'other'.
            ?question=clarkship | ''   | Maybe clerkship.
            """)
    void whatIsWronglyAskedIsToldToo(String query, String path, String message) throws Exception {
        HttpResponse<String> response = evaluate(query, "{}", "application/json");
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(response.body()).get("errors").get(0);
        assertThat(error.get("path").asString()).isEqualTo(path);
        assertThat(error.get("message").asString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | GET  | api/v1/nothing     | application/json | application/json
            404 | GET  | nothing            | application/json | application/json
            404 | GET  | catalogue/rules/no | application/json | application/json
            405 | GET  | api/v1/evaluations | application/json | application/json
            405 | POST | api/v1/schema      | application/json | application/json
            406 | GET  | api/v1/schema      | application/json | text/html
            415 | POST | api/v1/evaluations | text/plain       | application/json
            """)
    void whatCannotBeAnsweredIsAProblemDocument(int status, String method, String path, String type, String accept) throws Exception {
        HttpResponse<String> response = send(method, path, method.equals("GET") ? null : "{}", "Content-Type", type, "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(response.body()).get("status").asInt()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "org.springframework", "\\tat ");
    }

    @Test
    void moreThanOneMebibyteIsTooLarge() throws Exception {
        String fitting = "{\"id\":\"a\"}" + " ".repeat(ApiController.MAX_BYTES - 10);
        assertThat(evaluate("?question=clerkship", fitting, "application/json").statusCode()).isEqualTo(200);
        HttpResponse<String> response = evaluate("", fitting + " ", "application/json");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "case?name=nobody", "catalogue/rules/no", "catalogue/questions/no", "catalogue/sources/no"})
    void aBrowserThatGoesAstrayGetsAPage(String path) throws Exception {
        HttpResponse<String> response = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body()).contains("There is no such page", "not legal advice");
    }

    @Test
    void schemaAndCatalogueAndFixturesAreThoseOfTheProgram() throws Exception {
        assertThat(get("api/v1/schema").body()).isEqualTo(JsonSchema.of(evaluator.policy().vocabulary()));
        assertThat(get("api/v1/catalogue").body()).isEqualTo(new Catalogue(evaluator.policy()).json());
        JsonNode fixtures = JSON.readTree(get("api/v1/fixtures").body());
        assertThat(texts(fixtures, "name")).hasSizeGreaterThan(500).contains("fixtures/applicants/meera.yaml / stated");
        JsonNode one = fixtures.get(0);
        assertThat(evaluate("?asOf=" + one.get("asOf").asString() + "&reading=" + one.get("reading").asString(), one.get("applicant").toString(), "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void healthNamesTheRulesInForceAndNothingElseOfTheServerIsShown() throws Exception {
        assertThat(JSON.readTree(get("actuator/health").body()).at("/components/rules/details/digest").asString()).isEqualTo(evaluator.policy().digest());
        for (String closed : List.of("actuator/env", "actuator/beans", "actuator/heapdump", "actuator/prometheus")) {
            assertThat(get(closed).statusCode()).as(closed).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "catalogue", "api/v1/schema", "nothing", "v3/api-docs"})
    void everyAnswerIsKeptFromCachesFramesAndOtherSites(String path) throws Exception {
        HttpResponse<String> response = get(path, "Origin", "https://elsewhere.example");
        assertThat(response.headers().map().keySet()).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
    }
}
