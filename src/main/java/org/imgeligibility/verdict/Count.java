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

    private static final byte UNKNOWN = (byte) Status.UNKNOWN.ordinal();
    private static final byte BARRED = (byte) Status.BARRED.ordinal();
    private static final byte LEFT_OUT = (byte) Standing.LEFT_OUT.ordinal();
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
            Member[] members = tally.members(one);
            status[one] = members.length > 0 ? combined(tally.combine(one), members) : leaf(one);
            standing[one] = Algebra.standing(status[one], exclusion(tally.conditions(one)));
        }
    }

    private void conclude(Effect[] effects) {
        for (Effect effect : effects) {
            if (effect.guard() < 0) {
                status[effect.on()] = Algebra.worse(status[effect.on()], effect.status());
            } else if (hanging[effect.on()] == null) {
                hanging[effect.on()] = new ArrayList<>(List.of(effect));
            } else {
                hanging[effect.on()].add(effect);
            }
        }
    }

    private byte combined(Combine combine, Member[] members) {
        byte folded = LEFT_OUT;
        for (Member member : members) {
            byte guard = member.guard() < 0 ? Algebra.NONE : status[member.guard()];
            folded = Algebra.folded(combine, folded, Algebra.guarded(standing[member.node()], guard, member.unless()));
        }
        return Algebra.finished(combine, folded);
    }

    private byte exclusion(int[] conditions) {
        byte exclusion = BARRED;
        for (int condition : conditions) {
            exclusion = Algebra.better(exclusion, status[condition]);
        }
        return exclusion;
    }

    private byte leaf(int one) {
        Effect[] common = tally.hanging(one);
        List<Effect> own = hanging[one];
        if (common.length == 0 && own == null) {
            return inEachWay(status[one], List.of());
        }
        List<Effect> open = new ArrayList<>(0);
        for (Effect effect : common) {
            settle(effect, open);
        }
        if (own != null) {
            own.forEach(effect -> settle(effect, open));
        }
        return inEachWay(status[one], open);
    }

    private void settle(Effect effect, List<Effect> open) {
        byte guard = status[effect.guard()];
        if (guard == UNKNOWN) {
            open.add(effect);
        } else if (effect.counts(guard)) {
            status[effect.on()] = Algebra.worse(status[effect.on()], effect.status());
        }
    }

    /** The status that is the same however the open guards turn out, or that it is not known. */
    private byte inEachWay(byte certain, List<Effect> open) {
        if (open.isEmpty()) {
            return certain == Algebra.NONE ? UNKNOWN : certain;
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
                    sofar = Algebra.worse(sofar, effect.status());
                }
            }
            ways[met] = inEachWay(sofar, rest);
        }
        return ways[0] == ways[1] ? ways[0] : UNKNOWN;
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
