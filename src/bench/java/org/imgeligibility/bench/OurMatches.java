package org.imgeligibility.bench;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.bench.PeerWork.Applicant;
import org.imgeligibility.bench.PeerWork.Finding;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.RuleBase;

/** Our engine over a rule folder of the work, from the facts of a file to matches with their rules and facts. */
final class OurMatches implements Contender {

    private final PeerWork work;
    private final RuleBase rules;
    private final Common common;
    private final Map<Applicant, Facts> facts = new IdentityHashMap<>();

    OurMatches(PeerWork work) {
        this.work = work;
        this.rules = RuleBase.of(PeerFolder.files(work));
        this.common = rules.on(PeerFolder.DAY);
        work.applicants().forEach(applicant -> facts.put(applicant, PeerFolder.facts(applicant)));
    }

    @Override
    public List<Match> evaluate(Applicant applicant) {
        return rules.matches(common, rules.sections(facts.get(applicant)));
    }

    @Override
    public List<Finding> findings(Applicant applicant) {
        return evaluate(applicant).stream().map(match -> PeerFolder.finding(work, applicant, match)).toList();
    }
}
