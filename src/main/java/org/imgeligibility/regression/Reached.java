package org.imgeligibility.regression;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Status;
import org.imgeligibility.verdict.Trace;

/** What fixtures reach, gathered: rules and rows with the days on which they bore on an answer, statuses, outcomes. */
final class Reached {

    private final Map<Rule, Set<LocalDate>> rules = new IdentityHashMap<>();
    private final Map<Instance, Set<LocalDate>> rows = new IdentityHashMap<>();
    private final Map<String, Set<Status>> statuses = new HashMap<>();
    private final Map<String, Set<Outcome>> outcomes = new HashMap<>();

    static Reached by(Evaluator evaluator, List<Fixture> fixtures) {
        Reached reached = new Reached();
        fixtures.parallelStream().forEach(fixture -> reached.add(fixture, trace(evaluator, fixture)));
        return reached;
    }

    static Trace trace(Evaluator evaluator, Fixture fixture) {
        ApplicantReader.Reading reading = ApplicantReader.read(evaluator.policy().vocabulary(), fixture.applicant(), List.of());
        List<String> classifications = fixture.expectations().stream().filter(one -> !one.asked() && !one.isRefusal() && !one.isBeside()).map(Fixture.Expectation::of).toList();
        return evaluator.trace(reading.facts(), new Request(fixture.asOf(), fixture.reading(), fixture.questions(), false), classifications);
    }

    private synchronized void add(Fixture fixture, Trace trace) {
        LocalDate day = fixture.asOf();
        trace.matches().forEach(match -> {
            rules.computeIfAbsent(match.rule(), any -> new TreeSet<>()).add(day);
            match.facts().stream().filter(fact -> fact.type().kind() == Type.Kind.TABLE).forEach(row -> rows.computeIfAbsent(row, any -> new TreeSet<>()).add(day));
        });
        trace.statuses().forEach((id, status) -> statuses.computeIfAbsent(id, any -> EnumSet.noneOf(Status.class)).add(status));
        trace.outcomes().keySet().stream().filter(fixture::expectsOutcome).forEach(id -> outcomes.computeIfAbsent(id, any -> EnumSet.noneOf(Outcome.class)).add(trace.outcomes().get(id)));
    }

    /** The days of the fixtures in which a rule bore on an answer. */
    Set<LocalDate> days(Rule rule) {
        return rules.getOrDefault(rule, Collections.emptySet());
    }

    Set<LocalDate> days(Instance row) {
        return rows.getOrDefault(row, Collections.emptySet());
    }

    Set<Status> statuses(String requirement) {
        return statuses.getOrDefault(requirement, Set.of());
    }

    Set<Outcome> outcomes(String question) {
        return outcomes.getOrDefault(question, Set.of());
    }
}
