package org.imgeligibility.verdict;

import java.util.Arrays;
import org.imgeligibility.rulebase.Requirement.Combine;

/** What {@link Standing} and {@link Node} say of statuses, by their numbers: {@link Count} asks it some thousand times an applicant. */
final class Algebra {

    /** In place of a status: nothing is concluded, or there is no guard. */
    static final byte NONE = (byte) Status.values().length;

    private static final Standing[] STANDINGS = Standing.values();
    private static final Status[] STATUSES = Status.values();
    private static final byte[][][] FOLDED = new byte[Combine.values().length][STANDINGS.length][STANDINGS.length];
    private static final byte[][] FINISHED = new byte[Combine.values().length][STANDINGS.length];
    private static final byte[][] STANDING = new byte[STATUSES.length][STATUSES.length];
    private static final byte[][][] GUARDED = new byte[2][STATUSES.length + 1][STANDINGS.length];

    static {
        for (Combine combine : Combine.values()) {
            for (Standing one : STANDINGS) {
                FINISHED[combine.ordinal()][one.ordinal()] = (byte) Standing.finish(combine, one).ordinal();
                Arrays.stream(STANDINGS).forEach(other -> FOLDED[combine.ordinal()][one.ordinal()][other.ordinal()] = (byte) Standing.folded(combine, one, other).ordinal());
            }
        }
        for (Status status : STATUSES) {
            Arrays.stream(STATUSES).forEach(exclusion -> STANDING[status.ordinal()][exclusion.ordinal()] = (byte) Node.standing(status, exclusion).ordinal());
        }
        for (Standing own : STANDINGS) {
            for (int guard = 0; guard <= NONE; guard++) {
                GUARDED[0][guard][own.ordinal()] = (byte) Node.Member.guarded(own, guard == NONE ? null : STATUSES[guard], false).ordinal();
                GUARDED[1][guard][own.ordinal()] = (byte) Node.Member.guarded(own, guard == NONE ? null : STATUSES[guard], true).ordinal();
            }
        }
    }

    private Algebra() {
    }

    static byte folded(Combine combine, byte one, byte other) {
        return FOLDED[combine.ordinal()][one][other];
    }

    static byte finished(Combine combine, byte folded) {
        return FINISHED[combine.ordinal()][folded];
    }

    static byte standing(byte status, byte exclusion) {
        return STANDING[status][exclusion];
    }

    /** @param guard the status of the guard, or {@link #NONE} */
    static byte guarded(byte standing, byte guard, boolean unless) {
        return GUARDED[unless ? 1 : 0][guard][standing];
    }

    static byte worse(byte status, byte other) {
        return status < other ? status : other;
    }

    static byte better(byte status, byte other) {
        return status > other ? status : other;
    }
}
