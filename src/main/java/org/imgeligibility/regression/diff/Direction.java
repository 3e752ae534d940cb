package org.imgeligibility.regression.diff;

import java.util.List;

/** Which way a verdict turns, the worst first. */
public enum Direction {
    LOSES("loses", "lose"), UNDECIDED("becomes undecided", "become undecided"), DECIDED("becomes decided", "become decided"), GAINS("gains", "gain"), OTHER("changes", "change otherwise");

    private static final List<String> WORST_FIRST = List.of(Turn.REFUSED, "INELIGIBLE", "NOT_YET", "ELIGIBLE", Turn.ACCEPTED);
    private static final List<String> OPEN = List.of("UNDETERMINED", "UNKNOWN");

    private final String singular;
    private final String plural;

    Direction(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    /** As said of one applicant. */
    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }

    /** What does not apply, and the values of classifications, are neither better nor worse. */
    static Direction of(String before, String after) {
        int was = WORST_FIRST.indexOf(before);
        int is = WORST_FIRST.indexOf(after);
        if (OPEN.contains(after)) {
            return UNDECIDED;
        } else if (OPEN.contains(before)) {
            return DECIDED;
        }
        return was < 0 || is < 0 ? OTHER : is < was ? LOSES : GAINS;
    }
}
