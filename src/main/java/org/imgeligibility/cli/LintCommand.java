package org.imgeligibility.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.lint.Lint;
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

    @Override
    public Integer call() {
        List<Problem> findings = Lint.findings(rules.files());
        if (format == Format.SARIF) {
            spec.commandLine().getOut().println(Sarif.of(findings, rules.prefix()));
        } else {
            findings.forEach(finding -> spec.commandLine().getOut().println(rules.prefix() + finding));
            spec.commandLine().getOut().println(findings.isEmpty() ? "No findings." : findings.size() + " findings.");
        }
        return findings.isEmpty() ? 0 : Main.FOUND;
    }
}
