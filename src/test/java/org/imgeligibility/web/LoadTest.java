package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;

/** What happens when more is asked than can be answered, and when the server ends; over HTTP. */
class LoadTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Server start(int room) {
        return Server.start(EVALUATOR, Serving.locally(0), new Limits(1, room, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    private static HttpRequest evaluation(Server server) {
        return HttpRequest.newBuilder(URI.create(server.address() + "api/v1/evaluations?question=clerkship")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    }

    /** Takes the only turn there is, until let go. */
    private static CountDownLatch occupy(Server server) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        new Thread(() -> server.gate().pass(() -> {
            inside.countDown();
            try {
                letGo.await();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            return null;
        })).start();
        inside.await();
        return letGo;
    }

    @Test
    void whoFindsNoRoomIsSentAwayForALittleWhile() throws Exception {
        try (Server server = start(0)) {
            CountDownLatch letGo = occupy(server);
            HttpResponse<String> refused = CLIENT.send(evaluation(server), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            HttpResponse<String> page = CLIENT.send(HttpRequest.newBuilder(URI.create(server.address())).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Too much is asked at once");
            letGo.countDown();
        }
    }

    @Test
    void whoFindsRoomIsAnsweredInTurn() throws Exception {
        try (Server server = start(1)) {
            CountDownLatch letGo = occupy(server);
            CompletableFuture<HttpResponse<String>> waiting = CLIENT.sendAsync(evaluation(server), HttpResponse.BodyHandlers.ofString());
            while (server.gate().waiting() == 0) {
                Thread.sleep(10);
            }
            assertThat(CLIENT.send(evaluation(server), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(503);
            letGo.countDown();
            assertThat(waiting.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void stoppingLetsWhatIsRunningFinish() throws Exception {
        Server server = start(5);
        CountDownLatch letGo = occupy(server);
        CompletableFuture<HttpResponse<String>> running = CLIENT.sendAsync(evaluation(server), HttpResponse.BodyHandlers.ofString());
        while (server.gate().waiting() == 0) {
            Thread.sleep(10);
        }
        HttpRequest late = evaluation(server);
        Thread stopping = new Thread(server::close);
        stopping.start();
        boolean refused = false;
        while (!refused) {
            try (java.net.Socket socket = new java.net.Socket("127.0.0.1", late.uri().getPort())) {
                Thread.sleep(10);
            } catch (ConnectException closed) {
                refused = true;
            }
        }
        assertThat(running.isDone()).isFalse();
        letGo.countDown();
        assertThat(running.get().statusCode()).isEqualTo(200);
        assertThat(running.get().body()).contains("clerkship");
        stopping.join();
    }
}
