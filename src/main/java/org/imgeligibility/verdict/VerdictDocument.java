package org.imgeligibility.verdict;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Place;

/**
 * The answer for one applicant on a day under a reading.
 *
 * @param digest    of the rule files
 * @param ruleCount how many rules they hold
 * @param applicant the id the file gave, if any
 * @param calendar  the days that matter to this person, in their order
 * @param context   what is worth knowing and decides nothing
 */
public record VerdictDocument(LocalDate asOf, String reading, String digest, int ruleCount, Optional<String> applicant,
                              List<Classification> classifications, List<Verdict> verdicts,
                              List<Event> calendar, List<Reason> context) {

    /** What falls on a day, with the rule and sources that say so. */
    public record Event(LocalDate day, Reason reason) {
    }

    /** A rule with the days it holds; {@code until} is the first day it no longer does. */
    public record RuleView(String name, Place place, Optional<LocalDate> from, Optional<LocalDate> until) {

        /** By what tells nearly all apart. */
        @Override
        public int hashCode() {
            return name.hashCode() + place.line();
        }
    }

    /** Why a requirement is asked: the rule's name says it. */
    public record RequiredBy(RuleView rule, Source source) {
    }

    /** One sentence with the rule that found it and where that stands. */
    public record Reason(String explanation, Optional<String> nextStep, RuleView rule, List<Source> sources) {
    }

    /** A property of the applicant that follows from requirements; the value is UNKNOWN where they are undecided; titles are for people. */
    public record Classification(String id, String title, String value, String valueTitle, String explanation, Map<String, Object> facts, Optional<Reason> reason, List<String> missing) {
    }

    /**
     * The answer to one question.
     *
     * @param weakness      in words, which weak sources it rests on, if any
     * @param because       ids of the deciding leaves
     * @param facts         the facts it rests on: with these alone the outcome is the same; none where it is undetermined
     * @param missing       paths of the facts that could still change the outcome
     * @param metFrom       the day on which waiting alone makes it ELIGIBLE
     * @param applicability the requirements under which the question would not be for this person
     * @param faults        contradictions found among the rules
     */
    public record Verdict(String question, String title, String topic, Outcome outcome, Confidence confidence, Optional<String> weakness, Optional<OtherReading> otherReading,
                          List<String> because, Map<String, Object> facts, List<String> missing, Optional<LocalDate> metFrom, List<Reason> notes,
                          List<RequirementView> applicability, RequirementView requirement, List<String> faults) {

        /** The titles of what decides, in the order of {@code because}. */
        public List<String> deciding() {
            Map<String, RequirementView> shown = shown();
            return because.stream().map(id -> shown.containsKey(id) ? shown.get(id).title() : id).distinct().toList();
        }

        /** Each requirement that is asked of this person, by id. */
        public Map<String, RequirementView> shown() {
            Map<String, RequirementView> shown = new LinkedHashMap<>();
            Stream.concat(Stream.of(requirement), applicability.stream()).forEach(root -> root.collect(shown));
            return shown;
        }

        public boolean isContested() {
            return otherReading.filter(other -> other.outcome() != outcome).isPresent();
        }

        Verdict with(OtherReading other) {
            return new Verdict(question, title, topic, outcome, confidence, weakness, Optional.of(other), because, facts, missing, metFrom, notes, applicability, requirement, faults);
        }
    }

    /** What the other reading makes of the question, with its reasons where the outcome differs. */
    public record OtherReading(String reading, Outcome outcome, List<Reason> reasons) {
    }

    /**
     * A requirement with all that explains it: a leaf has reasons, a set has children.
     *
     * @param combine how a set combines, empty for a leaf
     * @param reasons what rules found, the deciding ones first; empty where nothing is decided
     * @param leftOut members that are not asked of this person, as sentences with their rules
     * @param askedOf a requirement on which it depends whether this one is asked at all, while that is not known
     */
    public record RequirementView(String id, String title, Status status, Optional<String> combine, List<RequirementView> children,
                                  String explanation, Optional<LocalDate> metFrom, Map<String, Object> facts, List<String> missing,
                                  List<Reason> reasons, Optional<RequiredBy> requiredBy, Optional<RequirementView> askedOf, List<Reason> leftOut) {

        private void collect(Map<String, RequirementView> shown) {
            shown.putIfAbsent(id, this);
            children.forEach(child -> child.collect(shown));
            askedOf.ifPresent(open -> open.collect(shown));
        }

        RequirementView asked(Optional<RequiredBy> by, Optional<RequirementView> of) {
            return new RequirementView(id, title, status, combine, children, explanation, metFrom, facts, missing, reasons, by, of, leftOut);
        }
    }
}
