package org.imgeligibility.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;

/** Where the time of whole applicants goes, as sampled by the JVM's flight recorder. */
final class Profile {

    private static final String OURS = "org.imgeligibility.";
    private static final int SHOWN = 16;
    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final Applicants APPLICANTS = Applicants.of(EVALUATOR);
    private static final Request REQUEST = new Request(APPLICANTS.day(), "current", List.of(), false);
    private static long bytes;
    private static long documents;

    private Profile() {
    }

    /** Whole applicants until so much processor time is used. */
    static void warm(int seconds) {
        work(seconds);
    }

    static void tell(int seconds) throws IOException {
        warm(seconds);
        Path file = Files.createTempFile("applicants", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            documents = 0;
            bytes = 0;
            work(seconds);
            recording.stop();
            recording.dump(file);
        }
        List<List<String>> stacks = RecordingFile.readAllEvents(file).stream().filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample")).map(Profile::ours).filter(frames -> !frames.isEmpty()).toList();
        Files.delete(file);
        System.out.println("\n" + stacks.size() + " samples of documents as JSON, " + bytes / documents + " bytes each; by class with all that it calls, then by method with the library calls of its own:");
        shares(stacks, frames -> frames.stream().map(frame -> frame.substring(0, frame.lastIndexOf('.'))).distinct());
        shares(stacks, frames -> Stream.of(frames.get(0)));
    }

    private static void work(int seconds) {
        CpuTime.spend(seconds, () -> {
            for (Facts facts : APPLICANTS.facts()) {
                bytes += DocumentJson.of(EVALUATOR.evaluate(facts, REQUEST), false).getBytes(StandardCharsets.UTF_8).length;
                documents++;
            }
        });
    }

    /** Our methods from the innermost to the outermost, without the evaluator itself. */
    private static List<String> ours(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream().filter(RecordedFrame::isJavaFrame).map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
                .filter(name -> name.startsWith(OURS) && !name.contains(".bench.") && !name.contains(".Evaluator.") && !name.contains("$$Lambda")).map(name -> name.substring(OURS.length())).toList();
    }

    private static void shares(List<List<String>> stacks, Function<List<String>, Stream<String>> of) {
        Map<String, Long> counts = stacks.stream().flatMap(of).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        System.out.println("|  | share |\n|---|---|");
        counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder()))).limit(SHOWN)
                .forEach(one -> System.out.printf("| %s | %.1f %% |%n", one.getKey(), 100.0 * one.getValue() / stacks.size()));
    }
}
