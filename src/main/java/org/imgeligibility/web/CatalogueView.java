package org.imgeligibility.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.catalogue.Exercises;
import org.imgeligibility.catalogue.PolicyCalendar;
import org.imgeligibility.catalogue.SourceUse;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.language.Word;

/**
 * What the pages of the catalogue show for a day and a reading: addresses that keep both, and words.
 *
 * @param wrong     what cannot be read of the day or the reading asked for, or empty
 * @param uses      every source by id
 * @param exercises which fixtures exercise each rule, where that is known of these rules
 */
record CatalogueView(Page page, Policy policy, LocalDate day, String reading, String wrong, Map<String, SourceUse> uses, Optional<Exercises> exercises) {

    private static final Map<Word, String> WORDS = Map.of(Word.MET, "Met", Word.NOT_YET, "Not yet", Word.BARRED, "Barred", Word.UNDECIDED, "Left open");

    /** What a rule concludes, as a verdict would show it. */
    public String word(Word word) {
        return WORDS.getOrDefault(word, word.spelling());
    }

    /** The address of a requirement or question, for the same day and reading. */
    public String requirement(String id) {
        return "/catalogue/" + (policy.questions().containsKey(id) ? "questions/" : "requirements/") + id + asked();
    }

    public String source(String id) {
        return "/catalogue/sources/" + id + asked();
    }

    /** The same of the day and the reading as this page. */
    public String asked() {
        return "?asOf=" + day + "&reading=" + reading;
    }

    public String title(String id) {
        return policy.requirements().containsKey(id) ? policy.requirements().get(id).title() : id;
    }

    public boolean isDefined(String id) {
        return policy.requirements().containsKey(id);
    }

    public boolean isOverdue(Source source) {
        return source.reviewBy().isBefore(day);
    }

    /** The source a cell of a table names, if it names one. */
    public Optional<Source> cited(String cell) {
        return Optional.ofNullable(policy.sources().get(cell.replaceFirst("#.*", "")));
    }

    /** Where what changes on a day is shown. */
    public String address(PolicyCalendar.Entry entry) {
        return switch (entry.kind()) {
            case RULE_BEGINS, RULE_ENDS -> "/catalogue/rules/" + Page.slug(entry.id());
            case ROW_BEGINS, ROW_ENDS -> "/catalogue/tables/" + entry.id();
            case REVIEW_DUE -> source(entry.id());
        };
    }
}
