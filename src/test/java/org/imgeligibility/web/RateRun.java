package org.imgeligibility.web;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imgeligibility.cli.Main;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;

/**
 * How many evaluations a second a server answers, and how soon at half that rate; no test, since its figures are those
 * of the machine. The server is a process of its own, the clients hold their connections open, and waiting counts from
 * when a request was due. Every answer must be 200 and have the length it had before. Arguments: seconds for each
 * figure, heap of the server ({@code 1g}), a part of the names of the answers to measure (without it all).
 */
public final class RateRun {

    private static final int CLIENTS = 4;
    /** Times as long as a figure takes is gone on before it, until the server is compiled. */
    private static final int WARMING = 3;
    private static final String FORM = "form";

    private final int port;
    private final List<byte[]> requests;
    private final int[] lengths;

    /** @param requests one for each applicant, as they go over the wire */
    private RateRun(int port, List<byte[]> requests) {
        this.port = port;
        this.requests = requests;
        this.lengths = new int[requests.size()];
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + arguments[1], "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "serve", "--port", "0").redirectErrorStream(true).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine().replaceAll(".*:(\\d+)/.*", "$1"));
            Map<String, String> kinds = new TreeMap<>(Map.of("1 whole", "", "2 one question", "&question=ecfmg-certification", "3 whole, compressed", "gzip", "4 a topic's questions", "&question=visa/*",
                    "5 the form's live answer", FORM));
            kinds.keySet().removeIf(kind -> arguments.length > 2 && !kind.contains(arguments[2]));
            for (Map.Entry<String, String> kind : kinds.entrySet()) {
                RateRun run = new RateRun(port, requests(kind.getValue(), port));
                run.atMost(Double.MAX_VALUE, WARMING * seconds);
                double rate = run.atMost(Double.MAX_VALUE, seconds).rate();
                Told half = run.atMost(rate / 2, seconds);
                System.out.printf("%s: %d bytes an answer, at most %.0f a second; at %.0f a second p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n", kind.getKey(), run.lengths[0], rate,
                        half.rate(), half.millis(0.5), half.millis(0.99), half.millis(1));
            }
        } finally {
            server.destroyForcibly();
        }
    }

    private static List<byte[]> requests(String kind, int port) throws IOException, InterruptedException {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        Token token = kind.equals(FORM) ? Token.of(port) : null;
        return Regression.builtIn(evaluator).fixtures().stream().filter(fixture -> fixture.file().contains("/applicants/"))
                .map(fixture -> kind.equals(FORM) ? form(evaluator.policy().vocabulary(), fixture, token) : evaluation(fixture, kind)).toList();
    }

    private static byte[] evaluation(Fixture fixture, String kind) {
        boolean compressed = kind.equals("gzip");
        return request("/api/v1/evaluations?asOf=" + fixture.asOf() + "&reading=" + fixture.reading() + (compressed ? "" : kind), compressed ? "Accept-Encoding: gzip\r\n" : "",
                "application/json", TreeWriter.json(fixture.applicant()));
    }

    /** What a page holds against forged forms. */
    private record Token(String cookie, String field) {

        static Token of(int port) throws IOException, InterruptedException {
            HttpResponse<String> page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(), HttpResponse.BodyHandlers.ofString());
            Matcher field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
            if (!field.find()) {
                throw new IOException("the page has no token");
            }
            return new Token(page.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; ")), field.group(1));
        }
    }

    /** What the page sends by script after a change, filled in to the half. */
    private static byte[] form(Vocabulary vocabulary, Fixture fixture, Token token) {
        Facts facts = ApplicantReader.read(vocabulary, fixture.applicant(), List.of()).facts();
        Map<String, Object> half = new TreeMap<>(facts.values());
        List.copyOf(half.keySet()).stream().filter(path -> path.hashCode() % 2 == 0).forEach(half::remove);
        StringBuilder body = new StringBuilder("_csrf=" + URLEncoder.encode(token.field(), StandardCharsets.UTF_8) + "&asOf=" + fixture.asOf() + "&reading=" + fixture.reading());
        new FormReader(vocabulary).values(new Facts(Optional.empty(), half)).forEach((name, values) -> values.forEach(value ->
                body.append('&').append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return request("/", "HX-Request: true\r\nCookie: " + token.cookie() + "\r\n", "application/x-www-form-urlencoded", body.toString());
    }

    private static byte[] request(String target, String header, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header
                + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** @param nanos from when each request was due to the end of its answer, in order */
    private record Told(List<Long> nanos, double seconds) {

        double rate() {
            return nanos.size() / seconds;
        }

        double millis(double share) {
            return nanos.get((int) Math.min(nanos.size() - 1, nanos.size() * share)) / 1e6;
        }
    }

    private Told atMost(double rate, int seconds) throws InterruptedException {
        List<List<Long>> nanos = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        AtomicLong due = new AtomicLong();
        long begin = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            List<Long> own = new ArrayList<>();
            nanos.add(own);
            threads.add(new Thread(() -> ask(begin, rate, seconds, due, own)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        return new Told(nanos.stream().flatMap(List::stream).sorted().toList(), took);
    }

    private void ask(long begin, double rate, int seconds, AtomicLong due, List<Long> nanos) {
        long end = begin + seconds * 1_000_000_000L;
        try (Client client = new Client(port)) {
            long number = due.getAndIncrement();
            for (long at = due(begin, number, rate); at < end && System.nanoTime() < end; at = due(begin, number, rate)) {
                long early = at - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                long from = rate == Double.MAX_VALUE ? System.nanoTime() : at;
                int which = (int) (number % requests.size());
                expect(which, client.length(requests.get(which)));
                nanos.add(System.nanoTime() - from);
                number = due.getAndIncrement();
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long due(long begin, long number, double rate) {
        return begin + (long) (number / rate * 1e9);
    }

    private synchronized void expect(int which, int length) {
        if (lengths[which] != 0 && lengths[which] != length) {
            throw new IllegalStateException("an answer of " + length + " bytes, " + lengths[which] + " before");
        }
        lengths[which] = length;
    }

    /** A connection, opened anew where the server ends it. */
    private static final class Client implements AutoCloseable {

        private final int port;
        private Socket socket;
        private InputStream in;

        Client(int port) {
            this.port = port;
        }

        /** How many bytes the body of the answer has. */
        int length(byte[] request) throws IOException {
            if (socket == null) {
                socket = new Socket("127.0.0.1", port);
                in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            }
            socket.getOutputStream().write(request);
            String status = line();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status);
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = line(); !header.isEmpty(); header = line()) {
                headers.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 1).strip());
            }
            int length = headers.containsKey("Content-Length") ? Integer.parseInt(headers.get("Content-Length")) : 0;
            in.skipNBytes(length);
            length += headers.containsKey("Content-Length") ? 0 : chunks();
            if ("close".equalsIgnoreCase(headers.get("Connection"))) {
                close();
            }
            return length;
        }

        private int chunks() throws IOException {
            int all = 0;
            for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
                in.skipNBytes(chunk);
                all += chunk;
                line();
            }
            line();
            return all;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    throw new EOFException();
                } else if (one != '\r') {
                    line.append((char) one);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
