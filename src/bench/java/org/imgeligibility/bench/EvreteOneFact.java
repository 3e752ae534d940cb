package org.imgeligibility.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.evrete.Configuration;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Exam;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.bench.PeerWork.Need;
import org.imgeligibility.bench.PeerWork.Place;
import org.imgeligibility.bench.PeerWork.School;
import org.imgeligibility.bench.PeerWork.Training;

/**
 * Evrete in the quickest shape found: one fact that holds the applicant, one pattern a rule, places that ask for the
 * same months put together by hand, one session used again and again, no threads of its own.
 */
final class EvreteOneFact implements Contender {

    private final StatefulSession session;
    private List<Finding> found;

    /** The applicant with the exams in the order of their names, null where one is unknown. */
    public record Case(Exam[] exams, School school, Training training) {
    }

    EvreteOneFact(PeerWork work) {
        RuleSetBuilder<Knowledge> rules = new KnowledgeService(new Configuration().set("evrete.core.parallelism", "1")).newKnowledge().builder();
        for (Need need : work.needs()) {
            rules = need(rules, need, PeerWork.EXAMS.indexOf(need.exam()));
        }
        Map<Integer, List<Place>> byMonths = new LinkedHashMap<>();
        work.places().forEach(place -> byMonths.computeIfAbsent(place.months(), any -> new ArrayList<>()).add(place));
        for (Map.Entry<Integer, List<Place>> group : byMonths.entrySet()) {
            int months = group.getKey();
            rules = places(rules, PeerWork.REACHED, group.getValue(), one -> one.training().months() >= months);
            rules = places(rules, PeerWork.MISSING, group.getValue(), one -> one.training().months() < months);
        }
        this.session = rules.build().newStatefulSession();
    }

    private RuleSetBuilder<Knowledge> need(RuleSetBuilder<Knowledge> rules, Need need, int exam) {
        int score = need.score();
        int years = need.years();
        return need(need(rules, need.met(), exam, one -> one.exams()[exam] != null && one.exams()[exam].score() >= score && one.school().years() >= years),
                need.notMet(), exam, one -> one.exams()[exam] != null && (one.exams()[exam].score() < score || one.school().years() < years));
    }

    private RuleSetBuilder<Knowledge> need(RuleSetBuilder<Knowledge> rules, String name, int exam, Predicate<Case> holds) {
        return rules.newRule(name).forEach("$case", Case.class).where((ValuesPredicate) values -> holds.test((Case) values.get(0)), "$case").execute(match -> {
            Case one = (Case) match.getObject("$case");
            found.add(new Finding(name, List.of(one.exams()[exam], one.school())));
        });
    }

    private RuleSetBuilder<Knowledge> places(RuleSetBuilder<Knowledge> rules, String name, List<Place> places, Predicate<Case> holds) {
        return rules.newRule(name + ", " + places.get(0).months()).forEach("$case", Case.class).where((ValuesPredicate) values -> holds.test((Case) values.get(0)), "$case").execute(match -> {
            Case one = (Case) match.getObject("$case");
            places.forEach(place -> found.add(new Finding(name, List.of(one.training(), place))));
        });
    }

    @Override
    public List<Finding> findings(Applicant applicant) {
        Exam[] exams = new Exam[PeerWork.EXAMS.size()];
        applicant.exams().forEach(exam -> exams[PeerWork.EXAMS.indexOf(exam.name())] = exam);
        found = new ArrayList<>();
        session.insert(new Case(exams, applicant.school(), applicant.training()));
        session.fire();
        session.clear();
        return found;
    }

    @Override
    public Object evaluate(Applicant applicant) {
        return findings(applicant);
    }
}
