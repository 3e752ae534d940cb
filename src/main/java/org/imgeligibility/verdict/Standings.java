package org.imgeligibility.verdict;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Requirement.Combine;

/** Sets of standings, each a bit of a number, and what becomes of them when requirements are combined. */
final class Standings {

    private static final Standing[] ALL = Standing.values();
    private static final int SETS = 1 << ALL.length;
    private static final int[][] WORSE = folds(Combine.ALL);
    private static final int[][] BETTER = folds(Combine.ANY);
    private static final int[][] FINISHED = finishes();
    /** Standings that are statuses: all but the last. */
    private static final int STATUSES = 1 << Standing.LEFT_OUT.ordinal();
    private static final int[][] EXCLUDED = exclusions();

    private Standings() {
    }

    static int of(Standing one) {
        return 1 << one.ordinal();
    }

    static boolean isSingle(int set) {
        return (set & set - 1) == 0;
    }

    static Stream<Standing> stream(int set) {
        return Stream.of(ALL).filter(one -> (set & of(one)) != 0);
    }

    static void each(int set, Consumer<Standing> use) {
        for (Standing one : ALL) {
            if ((set & of(one)) != 0) {
                use.accept(one);
            }
        }
    }

    private static int[][] folds(Combine combine) {
        int[][] folds = new int[SETS][SETS];
        for (int some = 0; some < SETS; some++) {
            for (int others = 0; others < SETS; others++) {
                int[] all = new int[1];
                int second = others;
                each(some, one -> each(second, other -> all[0] |= of(Standing.fold(combine).apply(one, other))));
                folds[some][others] = all[0];
            }
        }
        return folds;
    }

    /** Every value a fold of two can take, from the values each can take. */
    static int folded(Combine combine, int some, int others) {
        return (combine == Combine.ALL ? WORSE : BETTER)[some][others];
    }

    private static int[][] finishes() {
        int[][] finishes = new int[Combine.values().length][SETS];
        for (Combine combine : Combine.values()) {
            for (int folded = 0; folded < SETS; folded++) {
                int[] all = new int[1];
                each(folded, value -> all[0] |= of(Standing.finish(combine, value)));
                finishes[combine.ordinal()][folded] = all[0];
            }
        }
        return finishes;
    }

    private static int[][] exclusions() {
        int[][] exclusions = new int[SETS][STATUSES];
        for (int statuses = 0; statuses < STATUSES; statuses++) {
            for (int excluding = 0; excluding < STATUSES; excluding++) {
                int[] all = new int[1];
                int second = excluding;
                each(statuses, status -> each(second, exclusion -> all[0] |= of(excluded(status, exclusion))));
                exclusions[statuses][excluding] = all[0];
            }
        }
        return exclusions;
    }

    static int finished(Combine combine, int folded) {
        return FINISHED[combine.ordinal()][folded];
    }

    /** A whole set that folds to these two. */
    static Standing joined(Combine combine, Standing one, Standing rest) {
        return Standing.finish(combine, Standing.fold(combine).apply(one, rest));
    }

    static Standing excluded(Standing status, Standing exclusion) {
        return Node.standing(status.status(), exclusion.status());
    }

    static int excluded(int statuses, int exclusions) {
        return EXCLUDED[statuses][exclusions];
    }

    static int guarded(int own, int guards, boolean unless) {
        int[] all = new int[1];
        each(own, one -> each(guards, guard -> all[0] |= of(Node.Member.guarded(one, guard.status(), unless))));
        return all[0];
    }

    /** Pairs of different standings, each a bit of a number. */
    static final class Swings {

        private int bits;

        void add(Standing from, Standing to) {
            bits |= from == to ? 0 : 1 << from.ordinal() * ALL.length + to.ordinal();
        }

        int bits() {
            return bits;
        }

        static void each(int swings, BiConsumer<Standing, Standing> use) {
            for (int bit = swings; bit != 0; bit &= bit - 1) {
                int at = Integer.numberOfTrailingZeros(bit);
                use.accept(ALL[at / ALL.length], ALL[at % ALL.length]);
            }
        }
    }
}
