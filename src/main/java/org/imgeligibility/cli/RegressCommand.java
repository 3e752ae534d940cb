package org.imgeligibility.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.Coverage;
import org.imgeligibility.regression.JUnitReport;
import org.imgeligibility.regression.JsonReport;
import org.imgeligibility.regression.Regression;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the fixtures. */
@Command(name = "regress", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Runs fixture applicants through the rules and tells every difference from the expected verdicts.")
final class RegressCommand implements Callable<Integer> {

    enum Format { TEXT, JSON }

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of fixtures or one fixture file; default: the fixtures shipped with the program.")
    private Path place;
    @Option(names = "--only", paramLabel = "PATTERN", description = "Run the cases that match, by file/id: a folder, a file or a case; * and ** are wild.")
    private String only;
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.TEXT;
    @Option(names = "--junit", paramLabel = "FILE", description = "Write the run as JUnit XML too.")
    private Path junit;
    @Option(names = "--coverage", description = "Tell what of the rules no fixture reaches.")
    private boolean coverage;
    @Option(names = "--at-least", paramLabel = "PERCENT", converter = Percentage.class, description = "With --coverage or --mutants: fail below this share, computed exactly.")
    private BigDecimal atLeast;
    @Option(names = "--accept", description = "Rewrite the expectations that differ, after showing what will change.")
    private boolean accept;
    @Option(names = "--yes", description = "With --accept: do not ask.")
    private boolean yes;

    @ArgGroup(exclusive = false)
    private MutantOptions mutants;

    @Override
    public Integer call() throws IOException {
        check();
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        Regression all = place == null ? Regression.builtIn(evaluator) : Regression.of(place, evaluator);
        if (mutants != null) {
            all.problems().forEach(spec.commandLine().getOut()::println);
            return mutants.run(spec, evaluator.policy(), all.fixtures(), rules.prefix(), only, atLeast) && all.problems().isEmpty() ? 0 : Main.FOUND;
        }
        Regression regression = only == null ? all : all.only(only);
        Regression.Result result = run(regression);
        if (junit != null) {
            Files.writeString(junit, JUnitReport.of(result));
        }
        Optional<Coverage> reached = coverage ? Optional.of(regression.coverage()) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(JsonReport.of(evaluator.policy().digest(), result, reached));
        } else {
            RegressView view = new RegressView(out, rules.prefix());
            view.show(result);
            reached.ifPresent(view::show);
        }
        boolean enough = reached.filter(some -> atLeast != null && !some.total().isAtLeast(atLeast)).isEmpty();
        if (!enough) {
            spec.commandLine().getErr().println("Less than " + atLeast.toPlainString() + " % is reached: " + reached.orElseThrow().total().percent() + " %.");
        }
        boolean settled = accept ? new AcceptDialogue(spec, yes).settle(regression, result) : result.isClean();
        return settled && enough ? 0 : Main.FOUND;
    }

    /** What options ask for together that cannot be, before anything is run. */
    private void check() {
        if (accept && place == null) {
            throw new InputException("--accept", "the shipped fixtures cannot be changed. Name the folder of your own.");
        } else if (accept && format == Format.JSON) {
            throw new InputException("--accept", "shows its changes as text. Leave --format json out.");
        } else if (atLeast != null && !coverage && mutants == null) {
            throw new InputException("--at-least", "is a share of the coverage or of the edits caught. Add --coverage or --mutants.");
        } else if (yes && !accept) {
            throw new InputException("--yes", "answers the question of --accept. Add --accept, or leave it out.");
        } else if (junit != null && !Files.isDirectory(junit.toAbsolutePath().getParent())) {
            throw new InputException(junit.toString(), "the folder does not exist. Make it first.");
        }
    }

    private Regression.Result run(Regression regression) {
        try (Progress progress = Progress.of(Terminal.of(spec), "fixtures", regression.fixtures().size())) {
            return regression.run(progress::step);
        }
    }
}
