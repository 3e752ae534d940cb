package org.imgeligibility.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.verdict.DocumentJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Evaluates many applicants, one a line. */
@Command(name = "batch", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Evaluates applicants given one a line (JSONL) and writes one verdict document a line, in the same order.")
final class BatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Mixin
    private EvaluationOptions options;
    @Parameters(paramLabel = "FILE", description = "The file of applicants, or - for standard input.")
    private String file;
    @Option(names = "--output", paramLabel = "FILE", description = "Where to write; default: standard output.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new InputException(file, Files.isDirectory(Path.of(file)) ? "is a folder. Name one file of applicants." : "no such file.");
        }
        if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw new InputException(output.toString(), "the folder does not exist. Make it first.");
        }
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        Request request = options.request(evaluator.policy(), false);
        evaluator.evaluate("{}", request);
        if (output == null) {
            return run(evaluator, request, spec.commandLine().getOut());
        }
        Path draft = Files.createTempFile(output.toAbsolutePath().getParent(), "." + output.getFileName(), ".part");
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(draft))) {
            int code = run(evaluator, request, to);
            to.close();
            Files.move(draft, output, StandardCopyOption.REPLACE_EXISTING);
            return code;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private int run(Evaluator evaluator, Request request, PrintWriter to) throws IOException {
        int bad = 0;
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    to.write(DocumentJson.of(evaluator.evaluate(sound(line), request), false) + "\n");
                } catch (InputException refused) {
                    bad++;
                    to.write(error(number, String.join(" ", refused.problems().stream().map(Problem::toString).toList())));
                }
            }
        }
        to.flush();
        spec.commandLine().getErr().println(number + " applicants" + (bad == 0 ? "." : ", " + bad + " of them could not be read."));
        return bad == 0 ? 0 : Main.FOUND;
    }

    /** @throws InputException for a line that cannot be an applicant; what is not UTF-8 was read as a replacement character */
    private static String sound(String line) {
        if (line.isBlank()) {
            throw new InputException("", "an empty line.");
        } else if (line.length() > InputText.MAX_BYTES) {
            throw new InputException("", "larger than 1 MiB, which no applicant is.");
        } else if (line.indexOf('\uFFFD') >= 0) {
            throw new InputException("", "not UTF-8 text. Save it as UTF-8.");
        }
        return line;
    }

    private static String error(int line, String message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("line", line);
            json.writeStringProperty("error", message);
            json.writeEndObject();
        }
        return text + "\n";
    }
}
