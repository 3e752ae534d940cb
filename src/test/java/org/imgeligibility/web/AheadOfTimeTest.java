package org.imgeligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.rulebase.RuleBase;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;

class AheadOfTimeTest {

    /** Otherwise all that tests see of the server would be made in another way than what people get. */
    @Test
    void aServerIsMadeOfWhatTheBuildWrote() {
        try (Server server = Server.start(new Evaluator(RuleBase.builtIn()), 0)) {
            assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
            assertThat(server.port()).isPositive();
        }
    }
}
