package org.imgeligibility.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.regression.diff.DiffJson;
import org.imgeligibility.regression.diff.DiffReport;
import org.imgeligibility.regression.diff.RuleDiff;
import org.imgeligibility.regression.diff.Subjects;
import org.imgeligibility.rulebase.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two rule folders. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Tells what an edit of the rules changes: which rules, which verdicts, for whom and on which days.")
final class DiffCommand implements Callable<Integer> {

    enum Format { TEXT, JSON, MD }

    @Spec
    private CommandSpec spec;
    @Option(names = "--from", required = true, paramLabel = "RULES", description = "The folder of rules before the edit.")
    private Path from;
    @Option(names = "--to", required = true, paramLabel = "RULES", description = "The folder of rules after it.")
    private Path to;
    @Parameters(arity = "0..1", paramLabel = "FIXTURES", description = "A folder of fixtures, a fixture file, or a file of applicants one a line (.jsonl); default: the shipped fixtures.")
    private Path place;
    @Option(names = "--generated", paramLabel = "N", description = "Put both to so many made-up applicants instead.")
    private Integer generated;
    @Option(names = "--seed", paramLabel = "NUMBER", description = "With --generated: other applicants for another number. Default: 1.")
    private Long seed;
    @Option(names = "--as-of", paramLabel = "DATE", converter = EvaluationOptions.DayConverter.class, description = "Evaluate on this day alone. Default: each fixture on its own, a file of applicants today, and all also around the days of what was edited.")
    private LocalDate asOf;
    @Option(names = "--reading", paramLabel = "NAME", description = "Compare under this reading only; default: all.")
    private String reading;
    @Option(names = "--question", paramLabel = "ID", description = "Compare this question only; repeatable, and * at the end stands for any rest.")
    private List<String> questions = List.of();
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json, or md for a pull request.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        check();
        RuleDiff diff = RuleDiff.of(from, to);
        RuleDiff.Interest interest = new RuleDiff.Interest(readings(diff.policy()), wanted(diff.policy()), asOf != null);
        Subjects subjects = subjects(diff);
        DiffReport report = run(diff, subjects, interest);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(DiffJson.of(report));
            case MD -> new DiffMarkdown(out).show(report);
            default -> new DiffView(out, Terminal.of(spec)).show(report);
        }
        return report.isClean() ? 0 : Main.FOUND;
    }

    private void check() {
        if (generated != null && place != null) {
            throw new InputException("--generated", "takes the place of " + place + ". Leave one of the two out.");
        } else if (generated != null && (generated < 1 || generated > 1_000_000)) {
            throw new InputException("--generated", generated + " is out of range: 1 to 1000000.");
        } else if (seed != null && generated == null) {
            throw new InputException("--seed", "is for made-up applicants. Add --generated N.");
        } else if (place != null && !Files.exists(place)) {
            throw new InputException(place.toString(), "no such file or folder. Give fixtures, or a file of applicants one a line.");
        }
    }

    private List<String> readings(Policy policy) {
        if (reading != null && !policy.readings().contains(reading)) {
            throw new InputException("--reading", "no reading is called '" + reading + "'. There are " + String.join(" and ", policy.readings()) + ".");
        }
        return Optional.ofNullable(reading).map(List::of).orElse(List.of());
    }

    private Predicate<String> wanted(Policy policy) {
        questions.stream().filter(wanted -> policy.questions().keySet().stream().noneMatch(id -> Request.matches(wanted, id))).findFirst().ifPresent(unknown -> {
            throw new InputException("--question", "no question is called '" + unknown + "'." + Suggestion.maybe(unknown, policy.questions().keySet()));
        });
        return questions.isEmpty() ? any -> true : id -> questions.stream().anyMatch(wanted -> Request.matches(wanted, id));
    }

    private Subjects subjects(RuleDiff diff) throws IOException {
        Optional<LocalDate> day = Optional.ofNullable(asOf);
        if (generated != null) {
            return diff.generated(Optional.ofNullable(seed).orElse(1L), generated, day);
        }
        boolean lines = place != null && Files.isRegularFile(place) && !place.toString().matches(".*\\.ya?ml");
        return lines ? diff.lines(place.toString(), lines(), day.orElseGet(() -> Evaluator.today(Clock.systemUTC()))) : diff.fixtures(Optional.ofNullable(place), day);
    }

    private List<String> lines() throws IOException {
        try {
            List<String> lines = Files.readAllLines(place);
            if (lines.isEmpty()) {
                throw new InputException(place.toString(), "holds no applicant. Write one a line.");
            }
            return lines;
        } catch (MalformedInputException other) {
            throw new InputException(place.toString(), "is not UTF-8 text. Save it as UTF-8.");
        }
    }

    private DiffReport run(RuleDiff diff, Subjects subjects, RuleDiff.Interest interest) {
        try (Progress progress = Progress.of(Terminal.of(spec), "applicants", subjects.count())) {
            return diff.run(subjects, interest, progress::step);
        }
    }
}
