package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.rulebase.Found;
import org.imgeligibility.rulebase.Group;
import org.imgeligibility.rulebase.Requirement.Combine;
import org.imgeligibility.verdict.Tally.Effect;
import org.imgeligibility.verdict.Tally.Member;
import org.imgeligibility.verdict.Tally.Value;

/** What the requirements of one applicant come to, by a {@link Tally}; statuses and standings are kept by their numbers. */
final class Count {

    /** Nothing is concluded yet. */
    static final byte NONE = (byte) Status.values().length;
    private static final Status[] STATUSES = Status.values();
    private static final Standing[] STANDINGS = Standing.values();

    private final Tally tally;
    private final byte[] status;
    private final byte[] standing;
    private final List<Effect>[] hanging;

    @SuppressWarnings("unchecked")
    Count(Tally tally, Found found) {
        int[] order = tally.order();
        this.tally = tally;
        this.status = tally.certain();
        this.standing = new byte[order.length];
        this.hanging = new List[order.length];
        for (Group group : found.groups()) {
            conclude(tally.of(group));
        }
        for (int one : order) {
            status[one] = tally.members(one).length > 0 ? combined(one) : leaf(one);
            standing[one] = (byte) Node.standing(STATUSES[status[one]], exclusion(one)).ordinal();
        }
    }

    private void conclude(Effect[] effects) {
        for (Effect effect : effects) {
            if (effect.guard() < 0) {
                status[effect.on()] = worse(status[effect.on()], effect.status());
            } else if (hanging[effect.on()] == null) {
                hanging[effect.on()] = new ArrayList<>(List.of(effect));
            } else {
                hanging[effect.on()].add(effect);
            }
        }
    }

    static byte worse(byte one, byte other) {
        return one < other ? one : other;
    }

    private byte combined(int one) {
        Combine combine = tally.combine(one);
        Standing folded = Standing.LEFT_OUT;
        for (Member member : tally.members(one)) {
            Status guard = member.guard() < 0 ? null : STATUSES[status[member.guard()]];
            folded = Standing.folded(combine, folded, Node.Member.guarded(STANDINGS[standing[member.node()]], guard, member.unless()));
        }
        return (byte) Standing.finish(combine, folded).ordinal();
    }

    private Status exclusion(int one) {
        Status exclusion = Status.BARRED;
        for (int condition : tally.conditions(one)) {
            exclusion = exclusion.orBetter(STATUSES[status[condition]]);
        }
        return exclusion;
    }

    private byte leaf(int one) {
        List<Effect> open = new ArrayList<>(0);
        for (Effect effect : tally.hanging(one)) {
            settle(effect, open);
        }
        if (hanging[one] != null) {
            hanging[one].forEach(effect -> settle(effect, open));
        }
        return inEachWay(status[one], open);
    }

    private void settle(Effect effect, List<Effect> open) {
        byte guard = status[effect.guard()];
        if (guard == Status.UNKNOWN.ordinal()) {
            open.add(effect);
        } else if (effect.counts(guard)) {
            status[effect.on()] = worse(status[effect.on()], effect.status());
        }
    }

    /** The status that is the same however the open guards turn out, or that it is not known. */
    private byte inEachWay(byte certain, List<Effect> open) {
        if (open.isEmpty()) {
            return certain == NONE ? (byte) Status.UNKNOWN.ordinal() : certain;
        }
        int guard = open.get(0).guard();
        byte[] ways = new byte[2];
        for (int met = 0; met < 2; met++) {
            byte sofar = certain;
            List<Effect> rest = new ArrayList<>();
            for (Effect effect : open) {
                if (effect.guard() != guard) {
                    rest.add(effect);
                } else if (effect.unless() != (met == 1)) {
                    sofar = worse(sofar, effect.status());
                }
            }
            ways[met] = inEachWay(sofar, rest);
        }
        return ways[0] == ways[1] ? ways[0] : (byte) Status.UNKNOWN.ordinal();
    }

    Outcome outcome(String question) {
        return Outcome.of(STANDINGS[standing[tally.number(question)]]);
    }

    /** The value of a classification, as {@link Views#value} gives it. */
    String value(String classification) {
        for (Value one : tally.values(classification)) {
            Standing guard = STANDINGS[standing[one.guard()]];
            boolean met = guard == Standing.MET;
            if (guard != Standing.UNKNOWN && met != one.unless()) {
                return one.value();
            }
        }
        return "UNKNOWN";
    }
}
