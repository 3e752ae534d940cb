package org.imgeligibility.regression;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.RuleFiles;
import org.imgeligibility.rulebase.Touched;
import org.imgeligibility.verdict.VerdictDocument;

/** Runs fixtures against a rule base. */
public final class Regression {

    private final Evaluator evaluator;
    private final FixtureFiles files;
    private final List<Fixture> fixtures;
    private final List<Problem> problems;

    private Regression(Evaluator evaluator, FixtureFiles files, List<Fixture> fixtures, List<Problem> problems) {
        this.evaluator = evaluator;
        this.files = files;
        this.fixtures = fixtures;
        this.problems = problems;
    }

    /** One case as it came out. */
    public record CaseRun(Fixture fixture, List<Difference> differences, Duration time) {
    }

    /** @param problems what is malformed in the fixture files; any of them makes the run a failure */
    public record Result(List<CaseRun> runs, List<Problem> problems) {

        public boolean isClean() {
            return problems.isEmpty() && runs.stream().allMatch(run -> run.differences().isEmpty());
        }

        public List<Fixture> fixtures() {
            return runs.stream().map(CaseRun::fixture).toList();
        }

        public List<Difference> differences() {
            return runs.stream().flatMap(run -> run.differences().stream()).toList();
        }
    }

    /** The fixtures of a folder, or one fixture file. */
    public static Regression of(Path place, Evaluator evaluator) {
        return read(FixtureFiles.of(place), evaluator);
    }

    /** The fixtures packed into this program. */
    public static Regression builtIn(Evaluator evaluator) {
        return read(FixtureFiles.builtIn(), evaluator);
    }

    private static Regression read(FixtureFiles files, Evaluator evaluator) {
        FixtureReader reader = new FixtureReader(evaluator.policy());
        files.contents().forEach(reader::read);
        if (reader.fixtures().isEmpty() && reader.problems().isEmpty()) {
            reader.problems().add(new Problem("", "No fixture was found, so nothing was tested. Give a folder that holds .yaml files with cases."));
        }
        return new Regression(evaluator, files, reader.fixtures(), reader.problems());
    }

    /** Tells one content of a folder of fixtures from another. */
    public static String digest(Path place) {
        return new RuleFiles(FixtureFiles.of(place).contents()).digest();
    }

    /** The same cases put to other rules, on the same vocabulary and with the same names. */
    public Regression against(Evaluator other) {
        return new Regression(other, files, fixtures, problems);
    }

    /** The cases alone for which an edit can change what is decided. */
    public Regression touched(Touched touched) {
        List<Fixture> some = fixtures.parallelStream().filter(one -> touched.concerns(ApplicantReader.read(evaluator.policy().vocabulary(), one.applicant(), List.of()).facts(), one.asOf())).toList();
        return new Regression(evaluator, files, some, problems);
    }

    /** The same with the cases alone that a pattern selects; what is malformed anywhere is still told. */
    public Regression only(String pattern) {
        Predicate<Fixture> selection = Selection.of(pattern, fixtures);
        return new Regression(evaluator, files, fixtures.stream().filter(selection).toList(), problems);
    }

    public List<Fixture> fixtures() {
        return fixtures;
    }

    public List<Problem> problems() {
        return problems;
    }

    public Result run() {
        return run(() -> { });
    }

    /** @param eachCase called from several threads whenever a case is done */
    public Result run(Runnable eachCase) {
        return new Result(fixtures.parallelStream().map(fixture -> run(fixture, eachCase)).toList(), List.copyOf(problems));
    }

    private CaseRun run(Fixture fixture, Runnable whenDone) {
        long begun = System.nanoTime();
        List<Difference> differences = differences(fixture);
        whenDone.run();
        return new CaseRun(fixture, differences, Duration.ofNanos(System.nanoTime() - begun));
    }

    public List<Difference> differences(Fixture fixture) {
        try {
            VerdictDocument document = document(fixture);
            return fixture.expectations().stream().flatMap(expected -> Comparison.of(fixture, expected, document).stream()).toList();
        } catch (InputException refused) {
            return Comparison.refused(fixture, refused);
        }
    }

    /** The verdict document of a fixture's applicant on the questions it speaks of, without the other reading. */
    public VerdictDocument document(Fixture fixture) {
        ApplicantReader.Reading reading = ApplicantReader.read(evaluator.policy().vocabulary(), fixture.applicant(), List.of());
        return evaluator.evaluate(reading, new Request(fixture.asOf(), fixture.reading(), fixture.questions(), false));
    }

    /** What these fixtures reach of the policy. */
    public Coverage coverage() {
        return Coverage.of(evaluator, fixtures);
    }

    /** How the fixture files would have to change for the differences of a run to be expected. */
    public Acceptance acceptance(Result result) {
        return Acceptance.of(files, evaluator.policy(), result.differences());
    }

    /** How the cases stand folder by folder, in the order of folders. */
    public static Stream<FolderSummary> folders(Result result) {
        return FolderSummary.of(result);
    }
}
