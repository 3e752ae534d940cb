package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Difference;
import org.imgeligibility.regression.Regression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the fixtures. */
@Command(name = "regress", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Runs fixture applicants through the rules and tells every difference from the expected verdicts.")
final class RegressCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private RulesOption rules;
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of fixtures or one fixture file; default: the fixtures shipped with the program.")
    private Path place;

    @Override
    public Integer call() {
        Evaluator evaluator = new Evaluator(rules.ruleBase());
        Regression regression = place == null ? Regression.builtIn(evaluator) : Regression.of(place, evaluator);
        Regression.Result result = regression.run();
        PrintWriter out = spec.commandLine().getOut();
        result.problems().forEach(out::println);
        result.differences().forEach(difference -> print(out, difference));
        summary(out, result);
        return result.isClean() ? 0 : Main.FOUND;
    }

    private static void print(PrintWriter out, Difference difference) {
        out.println(difference.fixture().file() + ":" + difference.fixture().line() + " " + difference.fixture().id());
        out.println("  " + difference.fixture().says());
        out.println("  " + difference.of().orElse("applicant") + " expected " + difference.expected());
        out.println("  " + difference.of().orElse("applicant") + " actual   " + difference.actual());
        if (!difference.rules().isEmpty()) {
            out.println("  by " + difference.rules());
        }
    }

    private static void summary(PrintWriter out, Regression.Result result) {
        Map<String, Long> cases = result.fixtures().stream().collect(Collectors.groupingBy(fixture -> folder(fixture.file()), TreeMap::new, Collectors.counting()));
        cases.forEach((folder, count) -> out.println(folder + ": " + count + " cases, "
                + result.differences().stream().map(Difference::fixture).filter(fixture -> folder(fixture.file()).equals(folder)).distinct().count() + " differ"));
        out.println(result.fixtures().size() + " cases, " + result.differences().size() + " differences, " + result.problems().size() + " malformed");
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : ".";
    }
}
