package org.imgeligibility.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument;
import org.junit.jupiter.api.Test;

/** The folder that our engine is timed on says what the work says. */
class PeerFolderTest {

    private static final PeerWork WORK = PeerWork.standard();
    private static final RuleBase RULES = RuleBase.of(PeerFolder.files(WORK));

    @Test
    void everyApplicantGetsTheFindingsOfPlainJava() {
        Common common = RULES.on(PeerFolder.DAY);
        for (Applicant applicant : WORK.applicants()) {
            List<Finding> found = RULES.matches(common, RULES.sections(PeerFolder.facts(applicant))).stream().map(match -> PeerFolder.finding(WORK, applicant, match)).toList();
            assertThat(found).hasSize(PeerWork.FINDINGS).containsExactlyInAnyOrderElementsOf(HandWritten.findings(WORK, applicant));
        }
    }

    @Test
    void verdictsFollowFromTheFindings() {
        Applicant applicant = WORK.applicants().get(0);
        VerdictDocument document = new Evaluator(RULES).evaluate(PeerFolder.facts(applicant), new Request(PeerFolder.DAY, "current", List.of(), false));
        assertThat(document.verdicts().get(0).requirement().children()).hasSize(PeerWork.NEEDS);
        assertThat(document.verdicts().subList(1, 1 + PeerWork.PLACES)).extracting(verdict -> verdict.outcome() == Outcome.ELIGIBLE)
                .containsExactlyElementsOf(WORK.places().stream().map(place -> applicant.training().months() >= place.months()).toList());
    }
}
