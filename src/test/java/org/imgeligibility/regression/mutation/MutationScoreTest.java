package org.imgeligibility.regression.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;

/** The shipped fixtures notice at least 95 of a hundred edits of the shipped rules. */
class MutationScoreTest {

    private static final BigDecimal LEAST = new BigDecimal(95);
    private static final Path LIST = Path.of("docs/equivalent-mutants.yaml");

    @Test
    void theFixturesNoticeHarm() throws IOException {
        Evaluator evaluator = new Evaluator(RuleBase.builtIn());
        List<Fixture> fixtures = Regression.of(Path.of("fixtures"), evaluator).fixtures();
        Map<String, String> equivalent = Equivalents.read(LIST.toString(), Files.readString(LIST));
        MutationReport report = new MutationRun(evaluator.policy(), fixtures, equivalent, 1, 0).run(any -> true, count -> () -> { });
        assertThat(report.problems()).extracting(Problem::toString).isEmpty();
        assertThat(report.total().total()).isGreaterThan(4000);
        assertThat(report.total().isAtLeast(LEAST)).as("caught " + report.total().reached() + " of " + report.total().total()).isTrue();
    }
}
