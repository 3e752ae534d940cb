package org.imgeligibility.verdict;

/** What a question comes to. */
public enum Outcome {
    INELIGIBLE, NOT_YET, UNDETERMINED, ELIGIBLE, NOT_APPLICABLE;

    static Outcome of(Standing standing) {
        return switch (standing) {
            case BARRED -> INELIGIBLE;
            case NOT_YET -> NOT_YET;
            case UNKNOWN -> UNDETERMINED;
            case MET -> ELIGIBLE;
            case LEFT_OUT -> NOT_APPLICABLE;
        };
    }
}
