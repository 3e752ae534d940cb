package org.imgeligibility.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.lint.Check;
import org.imgeligibility.lint.Lint;
import org.imgeligibility.lint.Report;
import org.imgeligibility.lint.Sarif;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks rule files. */
@Command(name = "lint", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Checks the rule files and tells each fault with its place and a way out.")
final class LintCommand implements Callable<Integer> {

    enum Format { TEXT, SARIF }

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or sarif.")
    private Format format = Format.TEXT;
    @Option(names = "--as-of", paramLabel = "DATE", converter = EvaluationOptions.DayConverter.class, description = "The day on which sources are due, as 2026-03-01. Default: today in New York.")
    private LocalDate asOf;
    @Option(names = "--thorough", description = "Search a hundred times longer for facts on which rules conflict or are silent.")
    private boolean thorough;
    @Option(names = "--ids", description = "List what is looked for, each with its id, and check nothing.")
    private boolean ids;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (ids) {
            for (Check check : Check.values()) {
                out.printf("%-23s %-8s %s%n", check.id(), check.level(), check.about());
            }
            return 0;
        }
        Report report = Lint.report(rules.files(), asOf == null ? Evaluator.today(Clock.systemUTC()) : asOf, thorough);
        if (format == Format.SARIF) {
            out.println(Sarif.of(report, rules.prefix(), Version.number()));
        } else {
            text(report, out);
        }
        return report.findings().isEmpty() ? 0 : Main.FOUND;
    }

    private void text(Report report, PrintWriter out) {
        report.findings().forEach(finding -> out.println(rules.prefix() + finding));
        int count = report.findings().size();
        out.println(count == 0 ? "No findings." : count == 1 ? "1 finding." : count + " findings.");
        if (report.cutShort() > 0) {
            spec.commandLine().getErr().println(report.cutShort() + (report.cutShort() == 1 ? " search was" : " searches were") + " cut short and may have missed something"
                    + (thorough ? "." : "; --thorough looks further."));
        }
    }
}
