package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Exam;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.bench.PeerWork.Need;
import org.imgeligibility.bench.PeerWork.Place;
import org.imgeligibility.bench.PeerWork.School;
import org.imgeligibility.bench.PeerWork.Training;

/** Evrete with rules as our rule folder has them: an exam with a school, the training with each place. */
final class EvreteJoins implements Contender {

    private final PeerWork work;
    private final Knowledge knowledge;
    private List<Finding> found;

    EvreteJoins(PeerWork work) {
        this.work = work;
        RuleSetBuilder<Knowledge> rules = new KnowledgeService().newKnowledge().builder();
        for (Need need : work.needs()) {
            rules = need(rules, need);
        }
        rules = place(rules, PeerWork.REACHED, values -> ((Training) values.get(0)).months() >= ((Place) values.get(1)).months());
        rules = place(rules, PeerWork.MISSING, values -> ((Training) values.get(0)).months() < ((Place) values.get(1)).months());
        this.knowledge = rules.build();
    }

    private RuleSetBuilder<Knowledge> need(RuleSetBuilder<Knowledge> rules, Need need) {
        String exam = need.exam();
        int score = need.score();
        int years = need.years();
        ValuesPredicate ofExam = values -> ((Exam) values.get(0)).name().equals(exam);
        return rules.newRule(need.met()).forEach("$exam", Exam.class, "$school", School.class)
                .where(ofExam, "$exam").where((ValuesPredicate) values -> ((Exam) values.get(0)).score() >= score, "$exam").where((ValuesPredicate) values -> ((School) values.get(0)).years() >= years, "$school")
                .execute(match -> add(need.met(), match, "$exam", "$school"))
                .newRule(need.notMet()).forEach("$exam", Exam.class, "$school", School.class)
                .where(ofExam, "$exam").where((ValuesPredicate) values -> ((Exam) values.get(0)).score() < score || ((School) values.get(1)).years() < years, "$exam", "$school")
                .execute(match -> add(need.notMet(), match, "$exam", "$school"));
    }

    private RuleSetBuilder<Knowledge> place(RuleSetBuilder<Knowledge> rules, String name, ValuesPredicate holds) {
        return rules.newRule(name).forEach("$training", Training.class, "$place", Place.class).where(holds, "$training", "$place").execute(match -> add(name, match, "$training", "$place"));
    }

    private void add(String rule, RhsContext match, String first, String second) {
        found.add(new Finding(rule, List.of(match.getObject(first), match.getObject(second))));
    }

    @Override
    public List<Finding> findings(Applicant applicant) {
        found = new ArrayList<>();
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(applicant.exams());
        session.insert(applicant.school(), applicant.training());
        session.insert(work.places());
        session.fire();
        return found;
    }

    @Override
    public Object evaluate(Applicant applicant) {
        return findings(applicant);
    }
}
