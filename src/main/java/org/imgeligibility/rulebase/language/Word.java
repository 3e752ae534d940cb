package org.imgeligibility.rulebase.language;

import java.util.Arrays;
import java.util.Optional;

/** The one word a rule concludes in: what stands between {@code conclude.} and {@code (drools)}. */
public enum Word {
    /** A requirement needs others, under a condition if it names one. */
    REQUIRE("require"),
    /** A question is not for this person where the requirement named by {@code @where} is met. */
    NOT_APPLICABLE("notApplicable"),
    MET("met"),
    NOT_YET("notYet"),
    BARRED("barred"),
    /** The facts are known and the policy itself does not decide; the sentence says what would. */
    UNDECIDED("undecided"),
    /** A classification takes a value where a requirement is met, or is decided otherwise. */
    CLASSIFY("classify"),
    /** A sentence shown with a question's verdict. */
    NOTE("note"),
    /** A note that makes the verdict no better founded than the note's own sources and confidence. */
    DOUBT("doubt"),
    /** A day that matters to this person, shown in the calendar. */
    EVENT("event"),
    /** A sentence shown beside the verdicts, which decides nothing. */
    CONTEXT("context"),
    /** The facts contradict each other: an input error. */
    REFUSE("refuse");

    private final String spelling;

    Word(String spelling) {
        this.spelling = spelling;
    }

    public String spelling() {
        return spelling;
    }

    /** Whether it gives a requirement a status of its own. */
    public boolean isFinding() {
        return this == MET || this == NOT_YET || this == BARRED || this == UNDECIDED;
    }

    static Optional<Word> of(String spelling) {
        return Arrays.stream(values()).filter(word -> word.spelling.equals(spelling)).findFirst();
    }
}
