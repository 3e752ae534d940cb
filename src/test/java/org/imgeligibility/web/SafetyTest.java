package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses as it stands, serving this machine alone; over real connections. */
class SafetyTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(new Evaluator(RuleBase.builtIn()), Serving.locally(0), new Limits(2, 256, Duration.ofMinutes(5), Duration.ofMillis(700), Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", type).POST(body);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A page as a browser gets it: the token in its forms, and the cookie beside it. */
    private record Opened(String token, String cookie) {

        static Opened page() throws Exception {
            HttpResponse<String> page = get("");
            Matcher token = TOKEN.matcher(page.body());
            assertThat(token.find()).as("a token in the form").isTrue();
            String cookie = page.headers().firstValue("Set-Cookie").orElse("");
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("JSESSIONID");
            return new Opened(token.group(1), cookie.replaceFirst(";.*", ""));
        }

        String field() {
            return "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        }
    }

    private static String upload(String token, String file) {
        return "--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n" + file + "\r\n--part--\r\n";
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "LOCALHOST:99, 200", "127.0.0.1, 200", "127.1.2.3:8080, 200", "[::1]:8080, 200", "rebound.example, 421", "127.0.0.1.rebound.example, 421",
        "192.168.0.10:8080, 421", "localhost.rebound.example:80, 421"})
    void onlyNamesOfThisMachineAreAnswered(String host, int status) throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say("GET /api/v1/schema HTTP/1.1\r\nHost: " + host.toLowerCase(java.util.Locale.ROOT) + "\r\nConnection: close\r\n\r\n");
            String heard = wire.hear();
            assertThat(Wire.status(heard)).isEqualTo(status);
            assertThat(heard.contains("$schema")).isEqualTo(status == 200);
        }
    }

    @Test
    void whoAsksByAnotherNameReadsWhyOnAPage() throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say("GET / HTTP/1.1\r\nHost: rebound.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
            assertThat(wire.hear()).startsWith("HTTP/1.1 421").contains("This is not the address of this page").doesNotContain("_csrf");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "summary", "download"})
    void aFormOfAnotherPageIsRefused(String path) throws Exception {
        Opened page = Opened.page();
        assertThat(post(path, FORM, BodyPublishers.ofString("id=a")).statusCode()).isEqualTo(403);
        assertThat(post(path, FORM, BodyPublishers.ofString("id=a"), "Cookie", page.cookie()).statusCode()).isEqualTo(403);
        assertThat(post(path, FORM, BodyPublishers.ofString("id=a&" + page.field())).statusCode()).isEqualTo(403);
        assertThat(post(path, FORM, BodyPublishers.ofString("id=a&" + page.field()), "Cookie", page.cookie()).statusCode()).isEqualTo(200);
    }

    @Test
    void anUploadFromAnotherPageIsRefused() throws Exception {
        Opened page = Opened.page();
        assertThat(post("open", "multipart/form-data; boundary=part", BodyPublishers.ofString(upload("", "{}")), "Cookie", page.cookie()).statusCode()).isEqualTo(403);
        assertThat(post("open", "multipart/form-data; boundary=part", BodyPublishers.ofString(upload(page.token(), "{\"id\":\"b\"}")), "Cookie", page.cookie()).body()).contains("value=\"b\"");
    }

    /** What a form of another page can send without asking first. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", FORM, "multipart/form-data; boundary=x"})
    void theInterfaceTakesNothingThatAPlainFormCanSend(String type) throws Exception {
        assertThat(post("api/v1/evaluations", type, BodyPublishers.ofString("{}")).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "case?name=fixtures%2Fapplicants%2Fmeera.yaml%20%2F%20stated", "catalogue", "nowhere"})
    void noPageHoldsScriptOrStyleInItself(String path) throws Exception {
        HttpResponse<String> page = get(path, "Accept", "text/html");
        assertThat(page.body()).contains("<html").doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|javascript:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'self';").doesNotContain("unsafe", "*");
    }

    private static BodyPublisher inChunks(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBodyInChunksIsNoLargerThanAnyOther() throws Exception {
        String fitting = "{\"id\":\"a\"}" + " ".repeat(ApiController.MAX_BYTES - 10);
        assertThat(post("api/v1/evaluations?question=clerkship", "application/json", inChunks(fitting)).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post("api/v1/evaluations?question=clerkship", "application/json", inChunks(fitting + " "));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(post("", FORM, inChunks("id=" + "a".repeat(ApiController.MAX_BYTES))).statusCode()).isEqualTo(413);
        assertThat(post("open", "multipart/form-data; boundary=part", inChunks(upload("", "a".repeat(2 * ApiController.MAX_BYTES)))).statusCode()).isEqualTo(413);
    }

    @Test
    void anUploadedFileHasOneMebibyteAtMost() throws Exception {
        Opened page = Opened.page();
        String fitting = "{\"id\":\"b\"}" + " ".repeat(ApiController.MAX_BYTES - 10);
        String type = "multipart/form-data; boundary=part";
        assertThat(post("open", type, BodyPublishers.ofString(upload(page.token(), fitting)), "Cookie", page.cookie(), "Accept", "text/html").body()).contains("value=\"b\"");
        HttpResponse<String> refused = post("open", type, BodyPublishers.ofString(upload(page.token(), fitting + " ")), "Cookie", page.cookie(), "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("The file is too large");
    }

    @Test
    void whoStopsAmongTheHeadersIsHungUpOn() throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say("POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Ty");
            assertThat(wire.hear()).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void whoStopsInABodyIsToldAndHungUpOn() throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say("POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            assertThat(Wire.status(wire.hear())).isEqualTo(408);
        }
    }

    @Test
    void aBodyThatDripsIsNotAwaitedToItsEnd() throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM + "\r\nContent-Length: 1000000\r\n\r\n");
            while (!wire.hasAnswer() && wire.say("a")) {
                Thread.sleep(100);
            }
            assertThat(Wire.status(wire.hear())).isEqualTo(408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1", "GET /catalogue?q=%zz HTTP/1.1", "GET /<> HTTP/1.1", "TRACE / HTTP/1.1", "GET /..;/actuator/env HTTP/1.1", "POST /open HTTP/1.1", "GARBAGE"})
    void nothingTellsWhatTheServerIsMadeOf(String line) throws Exception {
        try (Wire wire = new Wire(server)) {
            wire.say(line + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            String heard = wire.hear();
            assertThat(Wire.status(heard)).isBetween(400, 499);
            assertThat(heard).doesNotContain("Exception", "\tat ", "org.apache", "springframework", "Tomcat");
        }
    }

    @Test
    void ofTheServerItselfOnlyHealthIsShown() throws Exception {
        assertThat(get("actuator/health").statusCode()).isEqualTo(200);
        for (String closed : List.of("actuator/prometheus", "actuator/metrics", "actuator/env", "actuator/info", "actuator/shutdown", "actuator/loggers")) {
            assertThat(get(closed).statusCode()).as(closed).isEqualTo(404);
        }
        assertThat(get("login").statusCode()).isEqualTo(404);
    }
}
