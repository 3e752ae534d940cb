package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;

/** What the matches come to: the outcomes of all questions, or the whole document with sentences, sources and what is missing. */
final class OurVerdicts implements Contender {

    private static final String READING = "current";

    private final PeerWork work;
    private final boolean whole;
    private final Evaluator evaluator;
    private final Set<String> questions;
    private final Request request = new Request(PeerFolder.DAY, READING, List.of(), false);
    private final Map<Applicant, Facts> facts = new IdentityHashMap<>();

    OurVerdicts(PeerWork work, boolean whole) {
        this.work = work;
        this.whole = whole;
        this.evaluator = new Evaluator(RuleBase.of(PeerFolder.files(work)));
        this.questions = evaluator.policy().questions().keySet();
        work.applicants().forEach(applicant -> facts.put(applicant, PeerFolder.facts(applicant)));
    }

    @Override
    public Object evaluate(Applicant applicant) {
        return whole ? document(applicant) : evaluator.outcomes(facts.get(applicant), PeerFolder.DAY, List.of(READING), questions, List.of());
    }

    private VerdictDocument document(Applicant applicant) {
        return evaluator.evaluate(facts.get(applicant), request);
    }

    /** As they stand in the document. */
    @Override
    public List<Finding> findings(Applicant applicant) {
        List<Finding> found = new ArrayList<>();
        document(applicant).verdicts().forEach(verdict -> collect(verdict.requirement(), applicant, found));
        return found;
    }

    private void collect(RequirementView requirement, Applicant applicant, List<Finding> into) {
        requirement.reasons().forEach(reason -> into.add(PeerFolder.finding(work, applicant, reason.rule().name(), PeerFolder.subject(requirement.id(), requirement.facts().keySet()))));
        requirement.children().forEach(child -> collect(child, applicant, into));
    }
}
