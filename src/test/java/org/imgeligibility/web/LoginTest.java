package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A server for a team: whoever asks must log in. */
class LoginTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "correct horse";
    @TempDir
    private static Path folder;
    private static Server server;
    private HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Path users = folder.resolve("users");
        Files.writeString(users, "# the team\nada:" + new BCryptPasswordEncoder(4).encode(PASSWORD).replace("$2a$", "$2y$") + "\n");
        server = Server.start(new Evaluator(RuleBase.builtIn()), new Serving("0.0.0.0", 0, Optional.of(users)), Limits.ofThisMachine());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void visit() {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> logIn(String password) throws Exception {
        return post("login", send(at("login")), "username=ada&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, HttpResponse<String> page, String form) throws Exception {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a token in the page").isTrue();
        return send(at(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("ada:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String to(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void pagesLeadToTheLogin() throws Exception {
        for (String path : List.of("", "catalogue", "case?name=x")) {
            HttpResponse<String> page = send(at(path));
            assertThat(page.statusCode()).as(path).isEqualTo(302);
            assertThat(to(page)).endsWith("/login");
        }
        assertThat(send(at("assets/style.css")).statusCode()).isEqualTo(200);
        assertThat(send(at("login")).headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
    }

    @Test
    void whoLogsInGetsTheFormUntilLoggingOut() throws Exception {
        assertThat(to(logIn(PASSWORD))).endsWith("/");
        HttpResponse<String> page = send(at(""));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("What is known of the applicant", "ada", "Log out");
        assertThat(post("", page, "id=a").statusCode()).isEqualTo(200);
        assertThat(to(post("logout", page, "a=b"))).endsWith("/login?out");
        assertThat(to(send(at("")))).endsWith("/login");
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        HttpResponse<String> refused = logIn("wrong");
        assertThat(to(refused)).endsWith("/login?error");
        assertThat(send(at("login?error")).body()).contains("There is a problem");
        assertThat(to(send(at("")))).endsWith("/login");
    }

    @Test
    void aLoginIsAskedForByOurOwnPageOnly() throws Exception {
        assertThat(send(at("login").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("username=ada&password=correct+horse"))).statusCode()).isEqualTo(403);
    }

    @Test
    void liveAnswersAfterTheLoginHasEndedAreRefusedWithoutAPage() throws Exception {
        HttpResponse<String> login = send(at("login"));
        Matcher token = TOKEN.matcher(login.body());
        assertThat(token.find()).isTrue();
        assertThat(send(at("").header("HX-Request", "true").header("X-XSRF-TOKEN", token.group(1)).POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(401);
    }

    @Test
    void programsLogInWithEachRequest() throws Exception {
        HttpRequest.Builder evaluation = at("api/v1/evaluations?question=clerkship").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(evaluation.copy()).statusCode()).isEqualTo(401);
        assertThat(send(evaluation.copy().header("Authorization", basic("wrong"))).statusCode()).isEqualTo(401);
        HttpResponse<String> answered = send(evaluation.copy().header("Authorization", basic(PASSWORD)));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(send(at("api/v1/schema")).statusCode()).isEqualTo(401);
        assertThat(send(at("v3/api-docs")).statusCode()).isEqualTo(401);
    }

    @Test
    void aPageLoggedInDoesNotLendItsLoginToTheInterface() throws Exception {
        logIn(PASSWORD);
        assertThat(send(at("api/v1/schema")).statusCode()).isEqualTo(401);
    }

    @Test
    void figuresAreForThoseLoggedInAndNothingElseIsShown() throws Exception {
        assertThat(send(at("actuator/health")).statusCode()).isEqualTo(200);
        assertThat(send(at("actuator/health/readiness")).statusCode()).isEqualTo(200);
        assertThat(send(at("actuator/health/liveness")).statusCode()).isEqualTo(200);
        assertThat(send(at("actuator/prometheus")).statusCode()).isEqualTo(401);
        HttpResponse<String> figures = send(at("actuator/prometheus").header("Authorization", basic(PASSWORD)));
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body()).contains("jvm_memory_used_bytes");
        for (String closed : List.of("env", "beans", "heapdump", "metrics")) {
            assertThat(send(at("actuator/" + closed).header("Authorization", basic(PASSWORD))).statusCode()).as(closed).isEqualTo(404);
        }
    }

    @Test
    void withoutALoginNoOtherMachineIsServed() {
        assertThatThrownBy(() -> new Serving("0.0.0.0", 0, Optional.empty())).isInstanceOf(InputException.class).hasMessageContaining("needs a login").hasMessageContaining("--users FILE");
        assertThat(new Serving("localhost", 0, Optional.empty()).isLocal()).isTrue();
    }

    @Test
    void aFileOfUsersThatCannotBeUsedIsToldLineByLineWithoutItsSecrets() throws Exception {
        Path users = folder.resolve("wrong");
        Files.writeString(users, "ada\nbob:secret\nada:{SHA}c2VjcmV0\n");
        assertThatThrownBy(() -> Users.read(users)).isInstanceOf(InputException.class).hasMessageContaining("wrong:1: is not 'name:hash'.").hasMessageContaining("wrong:2: has no bcrypt hash")
                .hasMessageContaining("wrong:3").hasMessageNotContaining("secret").hasMessageNotContaining("c2Vj");
        Files.writeString(users, "# nobody yet\n");
        assertThatThrownBy(() -> Users.read(users)).hasMessageContaining("names nobody");
        assertThatThrownBy(() -> Users.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
