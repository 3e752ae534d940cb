package org.imgeligibility.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fixture, one test each. */
class FixturesTest {

    @TestFactory
    Stream<DynamicTest> everyFixtureComesOutAsExpected() {
        Regression regression = Regression.of(Path.of("fixtures"), new Evaluator(RuleBase.builtIn()));
        assertThat(regression.problems()).isEmpty();
        assertThat(regression.fixtures()).hasSizeGreaterThan(600);
        return regression.fixtures().stream().map(fixture -> DynamicTest.dynamicTest(fixture.name() + ": " + fixture.says(),
                () -> assertThat(regression.differences(fixture)).isEmpty()));
    }
}
