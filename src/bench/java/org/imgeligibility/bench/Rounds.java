package org.imgeligibility.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Times several things by turns, so that all have the same share of what else the machine does; keeps what JMH says as
 * JSON.
 */
final class Rounds {

    private final Path folder;
    private final int rounds;
    private final int seconds;
    private final boolean apart;

    /**
     * @param seconds of measuring; what is timed has been warmed before
     * @param apart   whether each is timed in a process of its own
     */
    Rounds(Path folder, int rounds, int seconds, boolean apart) {
        this.folder = folder;
        this.rounds = rounds;
        this.seconds = seconds;
        this.apart = apart;
    }

    /** By label, one figure a round. */
    Map<String, List<Figure>> run(String name, List<Timing> timings) throws RunnerException, IOException {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        List<RunResult> results = new ArrayList<>();
        Files.createDirectories(folder);
        for (int round = 1; round <= rounds; round++) {
            for (Timing timing : timings) {
                RunResult result = run(timing, folder.resolve("log-" + name + "-" + round + "-" + timing.label().replaceAll("[^A-Za-z0-9]+", "-") + ".txt"));
                figures.computeIfAbsent(timing.label(), any -> new ArrayList<>()).add(Figure.of(result));
                results.add(result);
                System.out.printf("%s, round %d of %d, %s: %.2f µs of processor, %.2f µs%n", name, round, rounds, timing.label(), Figure.of(result).cpu(), Figure.of(result).wall());
            }
        }
        ResultFormatFactory.getInstance(ResultFormatType.JSON, folder.resolve(name + ".json").toString()).writeOut(results);
        return figures;
    }

    private RunResult run(Timing timing, Path log) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(timing.benchmark().getName() + "\\." + timing.method() + "$").threads(timing.threads()).forks(apart ? 1 : 0).jvmArgsAppend("-Xms1g", "-Xmx1g")
                .warmupIterations(1).warmupTime(TimeValue.seconds(1)).measurementIterations(seconds).measurementTime(TimeValue.seconds(1)).shouldFailOnError(true).output(log.toString());
        if (!timing.name().isEmpty()) {
            options.param(timing.name(), timing.value());
        }
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException failed) {
            throw new RunnerException(timing.label() + " failed; see " + log, failed);
        }
    }
}
