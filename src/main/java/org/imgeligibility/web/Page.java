package org.imgeligibility.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.facts.FieldType;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Status;
import org.imgeligibility.verdict.Steps;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.imgeligibility.verdict.Wording;

/** What every page needs beside its own content: wording, addresses and the settings of the answers. */
record Page(Evaluator evaluator, String asOf, String reading, LocalDate today, List<Fixture> cases) {

    private static final Map<Outcome, String> OUTCOMES = Map.of(Outcome.ELIGIBLE, "Eligible", Outcome.NOT_YET, "Not yet", Outcome.UNDETERMINED, "Not decided",
            Outcome.INELIGIBLE, "Not eligible", Outcome.NOT_APPLICABLE, "Does not apply");
    private static final Map<Status, String> STATUSES = Map.of(Status.MET, "Met", Status.NOT_YET, "Not yet", Status.UNKNOWN, "Not known", Status.BARRED, "Barred");

    public String outcome(Outcome outcome) {
        return OUTCOMES.get(outcome);
    }

    public String status(Status status) {
        return STATUSES.get(status);
    }

    /** A name for styles: {@code NOT_YET} is {@code not-yet}. */
    public String style(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String day(LocalDate day) {
        return Wording.day(day);
    }

    public String label(String path) {
        return evaluator.policy().vocabulary().label(path);
    }

    public String field(String path) {
        return FormView.id(path);
    }

    public String value(String path, Object value) {
        FieldType type = evaluator.policy().vocabulary().slots().get(path).field().type();
        return Wording.of(value, type);
    }

    public List<String> steps(Verdict verdict) {
        return Steps.of(verdict);
    }

    /** Where a rule is shown, by its name. */
    public String rule(String name) {
        return "/catalogue/rules/" + slug(name);
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    public List<String> readings() {
        return evaluator.policy().readings();
    }

    /** The day to show in the field: the one chosen, or today. */
    public String chosenDay() {
        return asOf.isBlank() ? today.toString() : asOf;
    }

    public String chosenReading() {
        return reading.isBlank() ? readings().get(0) : reading;
    }

    /** Whether an id as rules write it speaks of a question or a requirement of its own. */
    boolean concerns(String written, String question) {
        return Ids.shape(written).matcher(question).matches() || written.startsWith(question + "/");
    }

    /** What the titles of several questions begin with, or else the name in their ids. */
    public String family(AnswersView.FamilyView family) {
        String common = family.members().get(0).verdict().title();
        for (AnswersView.QuestionView member : family.members()) {
            while (!member.verdict().title().startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String words = common.replaceAll("[^A-Za-z]+$", "");
        return words.length() > 3 ? words : words(family.name());
    }

    /** "licensure-alternative" as people read it. */
    public String words(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
