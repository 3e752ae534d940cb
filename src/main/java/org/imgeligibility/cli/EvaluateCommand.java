package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.verdict.DocumentJson;
import org.imgeligibility.verdict.VerdictDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates one applicant. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Evaluates one applicant file (JSON or YAML) and explains each verdict.")
final class EvaluateCommand implements Callable<Integer> {

    enum Format { TEXT, JSON }

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Mixin
    private EvaluationOptions options;
    @Parameters(paramLabel = "FILE", description = "The applicant file, or - for standard input.")
    private String file;
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        String applicant = InputText.read(file);
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        VerdictDocument document = evaluator.evaluate(applicant, options.request(evaluator.policy(), true));
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(DocumentJson.of(document, true));
        } else {
            new TextView(out, Terminal.of(spec), evaluator.policy().vocabulary()).show(document);
        }
        return 0;
    }
}
