package org.imgeligibility.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.verdict.Judgement;
import org.imgeligibility.verdict.Outcomes;
import org.imgeligibility.verdict.Prospect;
import org.imgeligibility.verdict.Texts;
import org.imgeligibility.verdict.Trace;
import org.imgeligibility.verdict.VerdictDocument;

/** Puts applicants to a rule base. Safe for use by many threads. */
public final class Evaluator {

    /** The zone in which "today" begins and ends, wherever the program runs. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final RuleBase rules;
    private final Texts texts;

    public Evaluator(RuleBase rules) {
        this.rules = rules;
        this.texts = new Texts(rules.policy());
    }

    public RuleBase rules() {
        return rules;
    }

    public Policy policy() {
        return rules.policy();
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** @throws InputException with every problem of the text, its contradictions included, by their places in it */
    public VerdictDocument evaluate(String applicant, Request request) {
        return evaluate(ApplicantReader.read(policy().vocabulary(), applicant), request);
    }

    public VerdictDocument evaluate(ApplicantReader.Reading reading, Request request) {
        return sound(reading, request).under(request.reading(), reading.facts(), question -> request.asks(question.id()), request.compare());
    }

    /**
     * What the questions come to under the reading asked for, without any explanation.
     *
     * @throws InputException with every problem of the text, its contradictions included, by their places in it
     */
    public Outcomes outcomes(String applicant, Request request) {
        ApplicantReader.Reading reading = ApplicantReader.read(policy().vocabulary(), applicant);
        Set<String> all = policy().questions().keySet();
        Collection<String> asked = request.questions().isEmpty() ? all : all.stream().filter(request::asks).toList();
        return new Outcomes(reading.facts().id(), sound(reading, request).outcomes(request.reading(), asked));
    }

    private Judgement sound(ApplicantReader.Reading reading, Request request) {
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(check(request));
        Judgement judgement = judgement(reading.facts(), request);
        judgement.contradictions().forEach(found -> problems.add(new Problem(found.path().map(reading::inFile).orElse(""), found.sentence())));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return judgement;
    }

    /** The document for facts that are known to be sound. */
    public VerdictDocument evaluate(Facts facts, Request request) {
        return evaluate(new ApplicantReader.Reading(facts, List.of(), Map.of()), request);
    }

    /** What the answers for sound facts rest on, for those who measure what is tested. */
    public Trace trace(Facts facts, Request request, Collection<String> classifications) {
        return judgement(facts, request).trace(request.reading(), request.questions(), classifications);
    }

    /**
     * What some questions and classifications come to on a day, by reading and id, without any explanation.
     *
     * @return empty where the facts contradict each other
     */
    public Map<String, Map<String, String>> outcomes(Facts facts, LocalDate asOf, Collection<String> readings, Set<String> questions, Collection<String> classifications) {
        Judgement judgement = judgement(facts, asOf);
        return judgement.contradictions().isEmpty()
                ? readings.stream().collect(Collectors.toMap(reading -> reading, reading -> judgement.outcomes(reading, questions, classifications))) : Map.of();
    }

    /** What some requirements come to on a day, in the order of readings: equal where nothing can depend on a difference. */
    public List<Map<String, Object>> standings(Facts facts, LocalDate asOf, Collection<String> readings, Set<String> requirements) {
        Judgement judgement = judgement(facts, asOf);
        return readings.stream().map(reading -> judgement.standings(reading, requirements)).toList();
    }

    /** What every question and its requirements can come to on a day, for an applicant of whom nothing is known. */
    public Prospect prospect(LocalDate asOf, String reading) {
        return judgement(Facts.none(), new Request(asOf, reading, List.of(), false)).prospect(reading);
    }

    private Judgement judgement(Facts facts, Request request) {
        return judgement(facts, request.asOf());
    }

    private Judgement judgement(Facts facts, LocalDate asOf) {
        Common common = rules.on(asOf);
        Map<Type, List<Instance>> sections = rules.sections(facts);
        return new Judgement(policy(), texts, common, sections, rules.found(common, sections));
    }

    private List<Problem> check(Request request) {
        List<Problem> problems = new ArrayList<>();
        if (!policy().readings().contains(request.reading())) {
            problems.add(new Problem("", "No reading is called '" + request.reading() + "'. There are " + String.join(" and ", policy().readings()) + "."));
        }
        Set<String> ids = policy().questions().keySet();
        request.questions().stream().filter(wanted -> ids.stream().noneMatch(id -> Request.matches(wanted, id)))
                .forEach(wanted -> problems.add(new Problem("", "No question is called '" + wanted + "'." + Suggestion.maybe(wanted, List.copyOf(ids)))));
        return problems;
    }
}
