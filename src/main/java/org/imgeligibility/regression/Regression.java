package org.imgeligibility.regression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.verdict.VerdictDocument;

/** Runs fixtures against a rule base. */
public final class Regression {

    private static final String FILE_LIST = "fixtures/files";

    private final Evaluator evaluator;
    private final FixtureReader reader;

    private Regression(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.reader = new FixtureReader(evaluator.policy());
    }

    /** @param problems what is malformed in the fixture files; any of them makes the run a failure */
    public record Result(List<Fixture> fixtures, List<Problem> problems, List<Difference> differences) {

        public boolean isClean() {
            return problems.isEmpty() && differences.isEmpty();
        }
    }

    /** The fixtures of a folder, or one fixture file. */
    public static Regression of(Path place, Evaluator evaluator) {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*\\.ya?ml")).toList()) {
                contents.put(place.getParent() == null ? file.toString() : place.getParent().relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new InputException(place.toString(), "cannot be read. Give a folder of fixtures, or one fixture file.");
        }
        return read(contents, evaluator);
    }

    /** The fixtures packed into this program. */
    public static Regression builtIn(Evaluator evaluator) {
        SortedMap<String, String> contents = new TreeMap<>();
        resource(FILE_LIST).lines().forEach(name -> contents.put("fixtures/" + name, resource("fixtures/" + name)));
        return read(contents, evaluator);
    }

    private static Regression read(SortedMap<String, String> contents, Evaluator evaluator) {
        Regression regression = new Regression(evaluator);
        contents.forEach(regression.reader::read);
        if (regression.fixtures().isEmpty() && regression.reader.problems().isEmpty()) {
            regression.reader.problems().add(new Problem("", "No fixture was found, so nothing was tested."));
        }
        return regression;
    }

    private static String resource(String name) {
        try (InputStream in = Regression.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public List<Fixture> fixtures() {
        return reader.fixtures();
    }

    public Result run() {
        List<Difference> differences = fixtures().parallelStream().flatMap(fixture -> differences(fixture).stream()).toList();
        return new Result(List.copyOf(fixtures()), List.copyOf(reader.problems()), differences);
    }

    public List<Problem> problems() {
        return reader.problems();
    }

    public List<Difference> differences(Fixture fixture) {
        try {
            VerdictDocument document = document(fixture);
            return new ArrayList<>(fixture.expectations().stream().flatMap(expected -> Comparison.of(fixture, expected, document).stream()).toList());
        } catch (InputException refused) {
            return List.of(new Difference(fixture, java.util.Optional.empty(), "an applicant that can be evaluated", refused.getMessage(), ""));
        }
    }

    /** The verdict document of a fixture's applicant on the questions it speaks of, without the other reading. */
    public VerdictDocument document(Fixture fixture) {
        ApplicantReader.Reading reading = ApplicantReader.read(evaluator.policy().vocabulary(), fixture.applicant(), List.of());
        return evaluator.evaluate(reading, new Request(fixture.asOf(), fixture.reading(), fixture.questions(), false));
    }
}
