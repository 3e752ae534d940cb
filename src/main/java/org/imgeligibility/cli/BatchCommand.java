package org.imgeligibility.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.batch.Answers;
import org.imgeligibility.batch.Batch;
import org.imgeligibility.batch.Input;
import org.imgeligibility.batch.Lines;
import org.imgeligibility.batch.Origin;
import org.imgeligibility.batch.Totals;
import org.imgeligibility.batch.Unfinished;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates many applicants, one a line. */
@Command(name = "batch", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Evaluates applicants given one a line (JSONL) and writes one line of JSON for each, in the same order.")
final class BatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Mixin
    private EvaluationOptions options;
    @Parameters(paramLabel = "FILE", description = "The file of applicants, or - for standard input.")
    private String file;
    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default: standard output. The file appears when all of it is there.")
    private Path output;
    @Option(names = "--outcomes", description = "Write the outcome of each question alone, in place of whole verdict documents.")
    private boolean outcomes;
    @Option(names = "--summary", description = "Show how often each question came to each outcome: on standard output with --output, else on standard error.")
    private boolean summary;
    @Option(names = "--resume", description = "With --output: go on where an earlier run was interrupted, if there was one.")
    private boolean resume;

    private PrintWriter out;
    private PrintWriter err;

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
        new BatchFiles(file, output).check(resume);
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        Request request = options.request(evaluator.policy(), false);
        Batch batch = new Batch(new Answers(evaluator, request, outcomes), Runtime.getRuntime().availableProcessors());
        Totals totals = output == null ? toStandardOutput(batch) : toFile(batch, evaluator, request);
        if (summary) {
            new TotalsView(output == null ? err : out).show(totals, evaluator.policy().questions().keySet());
        }
        err.println(totals.lines() + " applicants" + (totals.bad() == 0 ? "." : ", " + totals.bad() + " of them could not be read."));
        return totals.bad() == 0 ? 0 : Main.FOUND;
    }

    private Totals toStandardOutput(Batch batch) throws IOException {
        try (Lines lines = lines()) {
            return batch.run(lines, (text, count) -> {
                out.write(new String(text, StandardCharsets.UTF_8));
                if (out.checkError()) {
                    throw new InputException("", "Standard output was closed, so the rest is left out.");
                }
            });
        }
    }

    private Totals toFile(Batch batch, Evaluator evaluator, Request request) throws IOException {
        Optional<Input> input = file.equals("-") ? Optional.empty() : Optional.of(Input.of(Path.of(file)));
        Path place = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
        try (Unfinished unfinished = Unfinished.open(place, origin(input, evaluator, request), resume); Lines lines = lines();
                Interruption ignored = Interruption.tells(err, unfinished.partial(), input.isPresent())) {
            Totals totals = unfinished.done();
            lines.skip(totals.lines());
            try (Progress progress = Progress.of(Terminal.of(spec), "applicants", input.map(Input::lines).orElse(-1L), totals.lines())) {
                totals.add(batch.run(lines, (text, count) -> {
                    unfinished.write(text);
                    progress.step(count);
                }));
            }
            unfinished.finish();
            return totals;
        }
    }

    private Lines lines() throws IOException {
        InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        return Lines.of(in);
    }

    /** All that the output depends on; the names are those a user gave it by. */
    private Origin origin(Optional<Input> input, Evaluator evaluator, Request request) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        if (input.isPresent()) {
            parts.put("input", input.get().digest());
            parts.put("--as-of", request.asOf().toString());
            parts.put("--reading", request.reading());
            parts.put("--question", String.join(" ", request.questions()));
            parts.put("--outcomes", String.valueOf(outcomes));
            parts.put("rules", evaluator.policy().digest());
            parts.put("program", Version.number());
        }
        return new Origin(parts);
    }
}
