package org.imgeligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imgeligibility.catalogue.Catalogue;
import org.imgeligibility.catalogue.Contents;
import org.imgeligibility.catalogue.Exercises;
import org.imgeligibility.catalogue.MarkdownEdition;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.regression.Exercised;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the policy. */
@Command(name = "catalogue", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Lists every question, requirement, rule, source and table, and what changes on which day.")
final class CatalogueCommand implements Callable<Integer> {

    enum Format { TEXT, JSON, MD }

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or md.")
    private Format format = Format.TEXT;
    @Option(names = "--as-of", paramLabel = "DATE", converter = EvaluationOptions.DayConverter.class, description = "With md: the day of the requirement trees and of overdue reviews. Default: today in New York.")
    private LocalDate asOf;
    @Option(names = "--reading", paramLabel = "NAME", description = "With md: the reading of the requirement trees. Default: all, saying where they differ.")
    private String reading;
    @Option(names = "--output", paramLabel = "DIR", description = "With md: write a folder of pages that link to each other.")
    private Path output;
    @Option(names = "--cases", paramLabel = "DIR", description = "Run the fixtures of a folder first, to name for each rule those that exercise it. Default: those known of the built-in rules.")
    private Path cases;

    @Override
    public Integer call() throws IOException {
        if (format != Format.MD && (output != null || asOf != null || reading != null)) {
            throw new InputException("--format", "--output, --as-of and --reading are for --format md. Add it, or leave them out.");
        }
        Policy policy = rules.policy();
        Optional<Exercises> exercises = cases == null ? Exercises.packed(policy) : Optional.of(exercises());
        if (output == null) {
            spec.commandLine().getOut().println(switch (format) {
                case JSON -> new Catalogue(policy, exercises).json();
                case MD -> new MarkdownEdition(contents(policy, exercises)).text();
                case TEXT -> new Catalogue(policy, exercises).text();
            });
        } else {
            write(new MarkdownEdition(contents(policy, exercises)).pages());
        }
        return 0;
    }

    private Contents contents(Policy policy, Optional<Exercises> exercises) {
        if (reading != null && !policy.readings().contains(reading)) {
            throw new InputException("--reading", "no reading is called '" + reading + "'. There are " + String.join(" and ", policy.readings()) + "." + Suggestion.maybe(reading, policy.readings()));
        }
        LocalDate day = Optional.ofNullable(asOf).orElseGet(() -> Evaluator.today(Clock.systemUTC()));
        return new Contents(policy, day, reading == null ? policy.readings() : List.of(reading), exercises);
    }

    private Exercises exercises() {
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        Regression regression = Regression.of(cases, evaluator);
        if (!regression.problems().isEmpty()) {
            throw new InputException(regression.problems());
        }
        Exercised exercised = new Exercised(evaluator);
        try (Progress progress = Progress.of(Terminal.of(spec), "fixtures", regression.fixtures().size())) {
            regression.fixtures().parallelStream().forEach(fixture -> {
                exercised.add(fixture);
                progress.step();
            });
        }
        return Exercises.of(exercised.byRule());
    }

    private void write(Map<String, String> pages) throws IOException {
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new InputException(output.toString(), "is a file. Name a folder to write the pages to.");
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = output.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
        spec.commandLine().getOut().println(pages.size() + " pages in " + output + "; begin with " + output.resolve(pages.keySet().iterator().next()) + ".");
    }
}
