package org.imgeligibility.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.junit.jupiter.api.Test;

/**
 * What an evaluation of everything may cost, in counts that no busy machine changes: how often the engine fires, and how
 * much memory is allocated. A bound that is passed asks for a look at the edit that passed it, and then to be raised or kept.
 */
class BudgetTest {

    private static final int FIRINGS = 130;
    private static final long OUTCOMES = 200_000;
    private static final long DOCUMENT = 5_000_000;
    private static final int WARM_UP = 5;

    private final RuleBase rules = RuleBase.builtIn();
    private final Evaluator evaluator = new Evaluator(rules);
    private final List<Fixture> applicants = Regression.of(Path.of("fixtures/applicants"), evaluator).fixtures();

    private Facts facts(Fixture one) {
        return ApplicantReader.read(rules.policy().vocabulary(), one.applicant(), List.of()).facts();
    }

    @Test
    void theEngineFiresSeldom() {
        assertThat(applicants).hasSizeGreaterThan(10).allSatisfy(one -> assertThat(rules.found(rules.on(one.asOf()), rules.sections(facts(one))).groups()).hasSizeLessThan(FIRINGS));
    }

    @Test
    void littleIsAllocatedForOutcomesAndForAWholeDocument() {
        assertThat(allocated(one -> evaluator.outcomes(facts(one), one.asOf(), List.of(one.reading()), rules.policy().questions().keySet(), List.of()))).isLessThan(OUTCOMES);
        assertThat(allocated(one -> evaluator.evaluate(facts(one), new Request(one.asOf(), one.reading(), List.of(), false)))).isLessThan(DOCUMENT);
    }

    /** Bytes an applicant. */
    private long allocated(Consumer<Fixture> evaluation) {
        for (int round = 0; round < WARM_UP; round++) {
            applicants.forEach(evaluation);
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        applicants.forEach(evaluation);
        return (thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / applicants.size();
    }
}
