package org.imgeligibility.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What lint looks for. Errors make a rule folder unusable and cannot be allowed; a warning can, with a reason. */
public enum Check {
    LANGUAGE("language", "A rule file holds what its language does not have.", "Write only what the guide in rules/README.md names."),
    DEFINITION("definition", "An entry of a list is incomplete or holds an unknown key.", "Complete the entry as its neighbours show."),
    TABLE("table", "A table does not fit its type.", "Make columns and cells those that the type declares."),
    FAULTY_SOURCE("faulty-source", "A source lacks what an entry must say, its reviewBy among it.", "Complete the entry."),
    UNUSABLE("unusable", "The rule folder cannot be used.", "Follow the message."),
    MISSING_SOURCE("missing-source", "A rule or row names no source.", "Name the document it rests on."),
    UNKNOWN_SOURCE("unknown-source", "A rule or row names a source that is not in sources.yaml.", "Correct the id or add the source."),
    UNKNOWN_REQUIREMENT("unknown-requirement", "A rule names a requirement or question that is not defined.", "Correct the id or define it."),
    UNKNOWN_FACT("unknown-fact", "A rule looks for a type of fact that is not declared.", "Correct the name or declare the type."),
    UNKNOWN_FIELD("unknown-field", "A rule reads a field that its type does not have.", "Correct the name or declare the field."),
    UNKNOWN_CHOICE("unknown-choice", "A rule or cell holds a choice that its list does not have.", "Correct the choice or add it to the list."),
    UNKNOWN_READING("unknown-reading", "A rule or question belongs to a reading that there is not.", "Write one of the readings, or none for all."),
    UNKNOWN_CLASSIFICATION("unknown-classification", "A classification has a title but no rule gives it.", "Correct the id or take the title out."),
    UNBOUND_NAME("unbound-name", "A sentence or id speaks of something that the rule does not bind.", "Bind the pattern by that name, or correct it."),
    UNKNOWN_AS_REASON("unknown-as-reason", "A negation would hold while nothing is known.", "Write a rule each for what is known either way."),
    TYPE_MISMATCH("type-mismatch", "A condition compares what cannot be compared.", "Compare values of one kind."),
    DUPLICATE_NAME("duplicate-name", "Two things bear one name.", "Name each by what it is or finds."),
    RULE_DATES("rule-dates", "A rule ends before it begins.", "Let date-expires be the first day out of force, after date-effective."),
    TABLE_DATES("table-dates", "Dated rows of one key overlap or leave a gap.", "Let until of the one be from of the next."),
    OVERDUE_SOURCE(true, "overdue-source", "A source should have been looked at again by now.", "Look at the document, correct what changed and set a new reviewBy."),
    UNUSED_SOURCE(true, "unused-source", "No rule and no row rests on a source.", "Cite it or take it out."),
    UNUSED_FACT(true, "unused-fact", "An applicant is asked for a fact that no rule tests or shows.", "Write the rule that needs it or take the field out."),
    UNUSED_COLUMN(true, "unused-column", "No rule tests or shows a column of a table.", "Use it or take it out; a column called note is for editors."),
    UNUSED_TABLE(true, "unused-table", "No rule looks for the rows of a table.", "Use it or take it out."),
    UNUSED_REQUIREMENT(true, "unused-requirement", "No question depends on a requirement.", "Require it, hang something on it, or take it out."),
    NEVER_MATCHES(true, "never-matches", "A rule that no facts can make match.", "Look for the condition that contradicts another or names no row."),
    NEVER_MET(true, "never-met", "Nothing can meet a requirement.", "Write a rule that concludes met, or allow it with the reason."),
    NEVER_FAILS(true, "never-fails", "Nothing can fail a requirement.", "Write a rule that concludes notYet or barred, or allow it with the reason."),
    NEVER_DECIDED(true, "never-decided", "No rule decides a requirement that is asked for.", "Write its rules, or say in 'unsettled' what is missing."),
    CONFLICT(true, "conflict", "Two rules conclude differently on one requirement for the same facts.", "Part their conditions, or join the rules."),
    GAP(true, "gap", "No rule concludes on facts that are known.", "Write the missing rule, conclude undecided, or say in 'unsettled' why nobody can know."),
    DATE_HOLE(true, "date-hole", "On some days between two versions of a rule none is in force.", "Let date-expires of the one be date-effective of the next."),
    DATE_OVERLAP(true, "date-overlap", "On some days two versions of a rule are in force.", "Let date-expires of the one be date-effective of the next."),
    RULE_NAME(true, "rule-name", "The name of a rule does not say what it finds.", "Write a short sentence that states what the rule finds."),
    FAULTY_ALLOW(true, "faulty-allow", "An allowance names no check that can be allowed, or gives no reason.", "Write a lint id and the reason why it is meant."),
    UNUSED_ALLOW(true, "unused-allow", "An allowance allows nothing that is found.", "Take it out.");

    private static final List<Check> ABOUT_ALLOWANCES = List.of(FAULTY_ALLOW, UNUSED_ALLOW);

    private final boolean warning;
    private final String id;
    private final String about;
    private final String help;

    Check(String id, String about, String help) {
        this(false, id, about, help);
    }

    Check(boolean warning, String id, String about, String help) {
        this.warning = warning;
        this.id = id;
        this.about = about;
        this.help = help;
    }

    public String id() {
        return id;
    }

    public String level() {
        return warning ? "warning" : "error";
    }

    /** What is wrong, in a sentence. */
    public String about() {
        return about;
    }

    /** What to write instead. */
    public String help() {
        return help;
    }

    /** Whether a finding can be meant. */
    public boolean canBeAllowed() {
        return warning && !ABOUT_ALLOWANCES.contains(this);
    }

    public static Optional<Check> of(String id) {
        return Arrays.stream(values()).filter(check -> check.id.equals(id)).findFirst();
    }
}
