package org.imgeligibility.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.web.Limits;
import org.imgeligibility.web.Server;
import org.imgeligibility.web.Serving;

/**
 * A copy of the rules, served and edited over and over while clients ask. Each edit has a number that stands in a
 * sentence; every second one narrows the rule's condition so that the sentence is not to be had.
 */
final class Reloading implements AutoCloseable {

    private static final String FILE = "certification/certification.drl";
    private static final String CONDITION = "education : Education(creditYears < needed.value)";
    private static final String SENTENCE = "The medical education has only";
    private static final Pattern ANSWER = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]+)\"(?:.*?only \\((\\d+)\\))?", Pattern.DOTALL);

    final LongAdder answers = new LongAdder();
    /** What was not answered, or answered with what belongs to other rules. */
    final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> edits = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Thread> clients = new ArrayList<>();
    private final Path rules;
    private final String original;
    private final RulesInForce inForce;
    private final Watching watching;
    private final Server server;
    private volatile boolean ended;

    Reloading(Path folder, int askers) throws IOException {
        rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path cases = Files.createDirectories(folder.resolve("fixtures"));
        String shipped = Files.readString(Path.of("fixtures/certification/certification.yaml"));
        Files.writeString(cases.resolve("one.yaml"), shipped.substring(0, shipped.indexOf("  - id: everything-met-current")));
        original = Files.readString(rules.resolve(FILE));
        RuleBase loaded = RuleBase.of(rules);
        edits.put(loaded.policy().digest(), -1);
        inForce = new RulesInForce(new Evaluator(loaded));
        watching = Watching.start(inForce, rules, Optional.of(cases));
        server = Server.start(inForce, Serving.locally(0), Limits.ofThisMachine());
        for (int asker = 0; asker < askers; asker++) {
            clients.add(new Thread(this::ask));
        }
        clients.forEach(Thread::start);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    RulesInForce inForce() {
        return inForce;
    }

    /** Saves an edit as editors do and waits until it is in force. */
    void reload(int number) throws IOException, InterruptedException {
        String edited = original.replace(SENTENCE, SENTENCE + " (" + number + ")");
        Path draft = Files.writeString(rules.resolve("draft"), number % 2 == 0 ? edited : edited.replace(CONDITION, CONDITION.replace(")", ", creditYears > " + (100 + number) + ")")));
        String digest = digest(Files.readString(draft));
        edits.put(digest, number);
        Files.move(draft, rules.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        while (!inForce.edition().policy().digest().equals(digest)) {
            if (inForce.standing().orElseThrow().refused().isPresent()) {
                throw new AssertionError(inForce.standing().get().refused().get().problems().toString());
            }
            Thread.sleep(10);
        }
    }

    private String digest(String edited) {
        SortedMap<String, String> contents = new TreeMap<>(RuleFiles.of(rules).contents());
        contents.put(FILE, edited);
        return new RuleFiles(contents).digest();
    }

    private void ask() {
        HttpRequest question = HttpRequest.newBuilder(URI.create(server.address() + "api/v1/evaluations?question=ecfmg-certification")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"education\":{\"creditYears\":2}}")).build();
        while (!ended) {
            try {
                judge(client.send(question, HttpResponse.BodyHandlers.ofString()));
            } catch (IOException broken) {
                wrong.add(broken.toString());
            } catch (InterruptedException ending) {
                return;
            }
        }
    }

    private void judge(HttpResponse<String> answer) {
        Matcher said = ANSWER.matcher(answer.body());
        if (answer.statusCode() != 200 || !said.find()) {
            wrong.add(answer.statusCode() + " " + answer.body());
            return;
        }
        Integer number = edits.get(said.group(1));
        String sentence = number == null || number < 0 || number % 2 == 1 ? null : String.valueOf(number);
        if (number == null || !Objects.equals(sentence, said.group(2))) {
            wrong.add("rules of edit " + number + ", sentence " + said.group(2));
        }
        answers.increment();
    }

    @Override
    public void close() {
        ended = true;
        for (Thread one : clients) {
            try {
                one.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        server.close();
        watching.close();
    }
}
