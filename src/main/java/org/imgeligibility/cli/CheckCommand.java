package org.imgeligibility.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.lint.Finding;
import org.imgeligibility.lint.Lint;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.Told;
import org.imgeligibility.regression.diff.DiffReport;
import org.imgeligibility.regression.diff.RuleDiff;
import org.imgeligibility.regression.diff.Subjects;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All checks of an edit of the policy in one go. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Checks an edit of the policy: lint, the fixtures, and what it changes since the last commit. Fails for findings and failed fixtures, not for changes.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rules as edited. Default: ${DEFAULT-VALUE}.")
    private Path rules = Path.of("rules");
    @Option(names = "--as-of", paramLabel = "DATE", converter = EvaluationOptions.DayConverter.class, description = "The day on which sources are due, as 2026-03-01. Default: today in New York.")
    private LocalDate asOf;
    @Parameters(arity = "0..1", paramLabel = "FIXTURES", description = "A folder of fixtures or one fixture file. Default: ${DEFAULT-VALUE}.")
    private Path fixtures = Path.of("fixtures");

    private PrintWriter out;

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        RuleFiles files = RuleFiles.of(rules);
        boolean sound = lint(files);
        Optional<Evaluator> evaluator = loaded(files, sound);
        if (evaluator.isEmpty()) {
            return Main.FOUND;
        }
        boolean expected = regress(evaluator.get());
        compare(files);
        return sound && expected ? 0 : Main.FOUND;
    }

    private boolean lint(RuleFiles files) {
        List<Finding> findings = Lint.report(files, asOf == null ? Evaluator.today(Clock.systemUTC()) : asOf, false).findings();
        findings.forEach(finding -> out.println(rules + "/" + finding));
        heading("lint", findings.isEmpty() ? "no findings" : findings.size() + (findings.size() == 1 ? " finding" : " findings"));
        return findings.isEmpty();
    }

    /** The rules ready to be asked; nothing where they cannot be used. */
    private Optional<Evaluator> loaded(RuleFiles files, boolean sound) {
        try {
            return Optional.of(new Evaluator(RuleBase.of(files)));
        } catch (InputException unusable) {
            if (sound) {
                throw unusable;
            }
            heading("regress, diff", "left out, since these rules cannot be used");
            return Optional.empty();
        }
    }

    private boolean regress(Evaluator evaluator) {
        Regression regression = Regression.of(fixtures, evaluator);
        Regression.Result result;
        try (Progress progress = Progress.of(Terminal.of(spec), "fixtures", regression.fixtures().size())) {
            result = regression.run(progress::step);
        }
        result.problems().forEach(out::println);
        result.differences().forEach(difference -> {
            out.println(Told.place(difference.fixture()));
            Told.of(difference).forEach(line -> out.println("  " + line));
        });
        heading("regress", result.runs().size() + " cases, " + result.differences().size() + " differences, " + result.problems().size() + " malformed");
        return result.isClean();
    }

    private void compare(RuleFiles files) throws IOException {
        try (LastCommit before = LastCommit.of(rules)) {
            if (RuleFiles.of(before.folder()).digest().equals(files.digest())) {
                heading("diff", "the rules are those of the last commit");
                return;
            }
            heading("diff", "since the last commit");
            new DiffView(out, Terminal.of(spec)).brief(since(before.folder()));
        } catch (LastCommit.None nothing) {
            heading("diff", "left out: " + nothing.getMessage());
        } catch (InputException unusable) {
            heading("diff", "left out, since the rules of the last commit cannot be used: " + unusable.problems().get(0));
        }
    }

    private DiffReport since(Path before) throws IOException {
        RuleDiff diff = RuleDiff.of(before, rules);
        Subjects subjects = diff.fixtures(Optional.of(fixtures), Optional.empty());
        try (Progress progress = Progress.of(Terminal.of(spec), "applicants", subjects.count())) {
            return diff.run(subjects, new RuleDiff.Interest(List.of(), any -> true, false), progress::step);
        }
    }

    private void heading(String part, String told) {
        out.println(Terminal.of(spec).styled("bold", part + ": " + told + "."));
        out.flush();
    }
}
