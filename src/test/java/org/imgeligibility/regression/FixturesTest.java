package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.imgeligibility.catalogue.Exercises;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fixture, one test each; then whether the catalogue names for each rule the fixtures that exercise it. */
class FixturesTest {

    private static final String RENEW = "docs/catalogue names other cases. Renew it: mvn test -Dtest=CataloguePagesTest -Dcatalogue.accept=true";

    @TestFactory
    Stream<DynamicTest> everyFixtureComesOutAsExpected() {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        Exercised exercised = new Exercised(evaluator);
        Regression regression = Regression.of(Path.of("fixtures"), evaluator);
        assertThat(regression.problems()).isEmpty();
        assertThat(regression.fixtures()).hasSizeGreaterThan(600);
        Stream<DynamicTest> cases = regression.fixtures().stream().map(fixture -> DynamicTest.dynamicTest(fixture.name() + ": " + fixture.says(), () -> {
            exercised.add(fixture);
            assertThat(regression.differences(fixture)).isEmpty();
        }));
        return Stream.concat(cases, Stream.of(DynamicTest.dynamicTest("the catalogue names the cases of each rule", () -> assertThat(Exercises.of(exercised.byRule()).csv())
                .as(RENEW).isEqualTo(Files.readString(Path.of("docs/catalogue").resolve(Exercises.FILE))))));
    }
}
