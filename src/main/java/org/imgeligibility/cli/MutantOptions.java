package org.imgeligibility.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Selection;
import org.imgeligibility.regression.mutation.Equivalents;
import org.imgeligibility.regression.mutation.MutationReport;
import org.imgeligibility.regression.mutation.MutationRun;
import org.imgeligibility.rulebase.Policy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a run that edits the rules to test the fixtures. */
final class MutantOptions {

    private static final long SEED = 1;
    private static final int TRIES = 300;

    @Option(names = "--mutants", required = true, description = "Edit the rules, one small harm at a time, and tell which edits no fixture notices. --only then names files of rules.")
    private boolean wanted;
    @Option(names = "--equivalent", paramLabel = "FILE", description = "A list of edits known to change no verdict, with reasons; they do not count.")
    private Path equivalent;

    /** Runs it, shows the report and says whether it is good enough. */
    boolean run(CommandSpec spec, Policy policy, List<Fixture> fixtures, String prefix, String only, BigDecimal atLeast) {
        MutationRun run = new MutationRun(policy, fixtures, equivalents(), SEED, TRIES);
        Predicate<String> file = only == null ? any -> true : Selection.named(only.startsWith(prefix) ? only.substring(prefix.length()) : only);
        Progress[] progress = new Progress[1];
        try {
            MutationReport report = run.run(file, count -> {
                progress[0] = Progress.of(Terminal.of(spec), "edits", count);
                return progress[0]::step;
            });
            if (report.total().total() == 0) {
                throw new InputException("--only", "no rule or table that decides stands in a file of that name. Name a file as the rules folder does, or a folder of it.");
            }
            new MutantsView(spec.commandLine().getOut(), prefix).show(report);
            return report.problems().isEmpty() && (atLeast == null ? report.survivors().isEmpty() : report.total().isAtLeast(atLeast));
        } finally {
            if (progress[0] != null) {
                progress[0].close();
            }
        }
    }

    private Map<String, String> equivalents() {
        try {
            return equivalent == null ? Map.of() : Equivalents.read(equivalent.toString(), Files.readString(equivalent));
        } catch (IOException unreadable) {
            throw new InputException(equivalent.toString(), "cannot be read. Give a YAML list of edits and reasons.");
        }
    }
}
