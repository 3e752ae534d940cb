package org.imgeligibility.verdict;

import java.util.function.BinaryOperator;
import org.imgeligibility.rulebase.Requirement.Combine;

/** What a member contributes to its set: a status, or nothing because it is not applicable. */
enum Standing {
    BARRED, NOT_YET, UNKNOWN, MET, LEFT_OUT;

    private static final Standing[] ALL = values();
    private static final Status[] STATUSES = Status.values();

    static Standing of(Status status) {
        return ALL[status.ordinal()];
    }

    /** The status of a set that comes to this; a set of nothing is no obstacle to "all" and no way for "any". */
    private Standing or(Standing whenEmpty) {
        return this == LEFT_OUT ? whenEmpty : this;
    }

    private Standing worse(Standing other) {
        return this == LEFT_OUT ? other : other == LEFT_OUT || compareTo(other) <= 0 ? this : other;
    }

    private Standing better(Standing other) {
        return this == LEFT_OUT ? other : other == LEFT_OUT || compareTo(other) >= 0 ? this : other;
    }

    static BinaryOperator<Standing> fold(Combine combine) {
        return combine == Combine.ALL ? Standing::worse : Standing::better;
    }

    static Standing folded(Combine combine, Standing one, Standing other) {
        return combine == Combine.ALL ? one.worse(other) : one.better(other);
    }

    /** The status of a whole set from the fold over its members. */
    static Standing finish(Combine combine, Standing folded) {
        return switch (combine) {
            case ALL -> folded.or(MET);
            case ANY -> folded.or(BARRED);
            case NONE -> folded == MET ? BARRED : folded == UNKNOWN ? UNKNOWN : MET;
        };
    }

    Status status() {
        return STATUSES[ordinal()];
    }
}
