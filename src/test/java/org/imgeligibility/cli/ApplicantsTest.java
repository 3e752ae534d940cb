package org.imgeligibility.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Help.Ansi;

/**
 * The whole answer to each of the whole applicants is kept beside them, so that a change of any sentence shows in a
 * review. {@code mvn test -Dtest=ApplicantsTest -Dapplicants.accept=true} writes them anew.
 */
class ApplicantsTest {

    private static final Path KEPT = Path.of("fixtures/applicants/documents");
    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final List<Fixture> FIXTURES = Regression.of(Path.of("fixtures/applicants"), EVALUATOR).fixtures();

    @Test
    void thereAreTwelveUnderBothReadingsAndEachSpeaksOfEveryQuestion() {
        assertThat(FIXTURES).hasSizeGreaterThanOrEqualTo(24).allSatisfy(fixture -> assertThat(fixture.questions()).as(fixture.name())
                .containsExactlyInAnyOrderElementsOf(EVALUATOR.policy().questions().values().stream().filter(question -> question.isAskedUnder(fixture.reading())).map(question -> question.id()).toList()));
    }

    @TestFactory
    Stream<DynamicTest> theWholeAnswerIsAsKept() {
        return FIXTURES.stream().map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> compare(fixture)));
    }

    private static void compare(Fixture fixture) throws IOException {
        Path file = KEPT.resolve(fixture.file().replaceFirst(".*/", "").replace(".yaml", "-" + fixture.id() + ".txt"));
        String answer = answer(fixture);
        if (Boolean.getBoolean("applicants.accept")) {
            Files.createDirectories(KEPT);
            Files.writeString(file, answer);
        }
        assertThat(answer).as(fixture.name()).isEqualTo(Files.readString(file));
    }

    /** What {@code evaluate} shows, without places in rule files, footnotes and the digest, which change with every edit. */
    private static String answer(Fixture fixture) {
        StringWriter text = new StringWriter();
        ApplicantReader.Reading reading = ApplicantReader.read(EVALUATOR.policy().vocabulary(), fixture.applicant(), List.of());
        new TextView(new PrintWriter(text, true), new Terminal(10_000, Ansi.OFF), EVALUATOR.policy().vocabulary())
                .show(EVALUATOR.evaluate(reading, new Request(fixture.asOf(), fixture.reading(), List.of(), true)));
        return text.toString().replaceFirst("(?s)\nSources\n.*", "").replaceAll(" \\([a-z0-9/-]+\\.drl:\\d+\\)", "").replaceAll(" \\[\\d+\\]", "").replace(System.lineSeparator(), "\n");
    }
}
