package org.imgeligibility.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.imgeligibility.cli.Main;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;

/**
 * Many clients at once against a server in a process of its own; no test, since its figures are those of the machine.
 * Each answer is compared byte for byte with the evaluator's. Arguments: clients, seconds, heap of the server ({@code 1g}).
 */
public final class LoadRun {

    private static final int ODD_CLIENTS = 24;

    /** An applicant with the answer that is right. */
    private record Known(String query, String applicant, byte[] answer) {
    }

    private final int port;
    private final long end;
    private final List<Known> known;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> odd = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    private LoadRun(int port, int seconds, List<Known> known) {
        this.port = port;
        this.end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        this.known = known;
    }

    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        List<Known> known = known();
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + arguments[2], "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "serve", "--port", "0").redirectErrorStream(true).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine().replaceAll(".*:(\\d+)/.*", "$1"));
            new LoadRun(port, 15, known).run(2, 0);
            System.out.println("live heap before: " + liveHeap(server) + " MB");
            LoadRun first = new LoadRun(port, seconds / 2, known);
            first.run(clients, ODD_CLIENTS);
            first.tell("first half");
            System.out.println("live heap between: " + liveHeap(server) + " MB");
            LoadRun second = new LoadRun(port, seconds - seconds / 2, known);
            second.run(clients, ODD_CLIENTS);
            second.tell("second half");
            System.out.println("live heap after: " + liveHeap(server) + " MB");
        } finally {
            server.destroyForcibly();
        }
    }

    private static List<Known> known() {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        return Regression.builtIn(evaluator).fixtures().stream().filter(fixture -> fixture.file().contains("/applicants/")).map(fixture -> known(evaluator, fixture)).toList();
    }

    private static Known known(Evaluator evaluator, Fixture fixture) {
        ApplicantReader.Reading reading = ApplicantReader.read(evaluator.policy().vocabulary(), fixture.applicant(), List.of());
        String answer = DocumentJson.of(evaluator.evaluate(reading, new Request(fixture.asOf(), fixture.reading(), List.of(), true)), false);
        return new Known("?asOf=" + fixture.asOf() + "&reading=" + fixture.reading(), TreeWriter.json(fixture.applicant()), answer.getBytes(StandardCharsets.UTF_8));
    }

    /** What is alive after a full collection, counted by the machine itself. */
    private static long liveHeap(Process server) throws IOException {
        Process count = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(server.pid()), "GC.class_histogram").redirectErrorStream(true).start();
        String total = new String(count.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
        return Long.parseLong(total.strip().split("\\s+")[2]) >> 20;
    }

    private void run(int clients, int strange) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, clients).forEach(number -> threads.add(new Thread(() -> askInTurn(number))));
        IntStream.range(0, strange).forEach(number -> threads.add(new Thread(() -> misbehave(number))));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void askInTurn(int number) {
        for (int turn = number; System.nanoTime() < end; turn++) {
            Known one = known.get(turn % known.size());
            long begin = System.nanoTime();
            try {
                HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/evaluations" + one.query()))
                        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(one.applicant())).build(), HttpResponse.BodyHandlers.ofByteArray());
                boolean right = response.statusCode() != 200 || Arrays.equals(response.body(), one.answer());
                count(counts, right ? String.valueOf(response.statusCode()) : "WRONG ANSWER");
                nanos.add(System.nanoTime() - begin);
            } catch (IOException | InterruptedException broken) {
                count(counts, broken.toString());
            }
        }
    }

    private static void count(Map<String, LongAdder> in, String what) {
        in.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    /** Slow headers, a dripping body, one broken off, one too large, an answer that is not read, and noise. */
    private void misbehave(int number) {
        String post = "POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        while (System.nanoTime() < end) {
            try (Wire wire = new Wire(port)) {
                switch (number % 6) {
                    case 0 -> drip(wire, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
                    case 1 -> drip(wire, post + "Content-Length: 5000\r\n\r\n{");
                    case 2 -> wire.say(post + "Content-Length: 5000\r\n\r\n{\"id\":");
                    case 3 -> wire.say(post + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + " ".repeat(0x200000) + "\r\n0\r\n\r\n");
                    case 4 -> {
                        wire.say(post + "Content-Length: 2\r\n\r\n{}");
                        Thread.sleep(5_000);
                    }
                    default -> wire.say("\u0016\u0003\u0001 noise\r\n\r\n");
                }
                count(odd, wire.hasAnswer() ? "answered" : "left unanswered");
                Thread.sleep(200);
            } catch (IOException broken) {
                count(odd, "hung up on");
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    private void drip(Wire wire, String begin) throws IOException, InterruptedException {
        wire.say(begin);
        while (System.nanoTime() < end && !wire.hasAnswer() && wire.say("a")) {
            Thread.sleep(500);
        }
    }

    private void tell(String name) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.println(name + ": " + counts + "; slow and broken clients: " + odd);
        System.out.printf("  p50 %.2f s, p99 %.2f s, longest %.2f s%n", sorted.get(sorted.size() / 2) / 1e9, sorted.get(sorted.size() * 99 / 100) / 1e9, sorted.get(sorted.size() - 1) / 1e9);
    }
}
