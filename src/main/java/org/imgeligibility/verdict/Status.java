package org.imgeligibility.verdict;

import org.imgeligibility.rulebase.language.Word;

/** How a requirement stands, worst first: "all" takes the worst of its members, "any" the best. */
public enum Status {
    /** Fails, and nothing the applicant can still do cures it under this rule. */
    BARRED,
    /** Fails today; a further step or the passing of time can meet it. */
    NOT_YET,
    /** The facts given do not decide it. */
    UNKNOWN,
    MET;

    static Status of(Word word) {
        return switch (word) {
            case MET -> MET;
            case NOT_YET -> NOT_YET;
            case BARRED -> BARRED;
            case UNDECIDED -> UNKNOWN;
            default -> throw new IllegalArgumentException(word + " gives no status");
        };
    }

    Status orWorse(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Status orBetter(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
