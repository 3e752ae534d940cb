package org.imgeligibility.regression.diff;

import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.rulebase.language.RuleTexts.Line;

/** Two versions of a text as one list: the lines that differ, with at most one common line on either side. */
final class LineDiff {

    private LineDiff() {
    }

    static List<String> of(List<Line> from, List<Line> to) {
        int[][] common = common(from, to);
        List<String> all = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < from.size() || right < to.size()) {
            if (left < from.size() && right < to.size() && same(from.get(left), to.get(right))) {
                all.add("  " + to.get(right++).written());
                left++;
            } else if (right == to.size() || left < from.size() && common[left + 1][right] >= common[left][right + 1]) {
                all.add("- " + from.get(left++).written());
            } else {
                all.add("+ " + to.get(right++).written());
            }
        }
        return near(all);
    }

    private static boolean same(Line one, Line other) {
        return one.says().equals(other.says());
    }

    /** How many lines the rests from each pair of places on have in common, in order. */
    private static int[][] common(List<Line> from, List<Line> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int left = from.size() - 1; left >= 0; left--) {
            for (int right = to.size() - 1; right >= 0; right--) {
                common[left][right] = same(from.get(left), to.get(right)) ? common[left + 1][right + 1] + 1 : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }

    private static List<String> near(List<String> all) {
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (isChange(all, at - 1) || isChange(all, at) || isChange(all, at + 1)) {
                kept.add(all.get(at));
            }
        }
        return kept;
    }

    private static boolean isChange(List<String> all, int at) {
        return at >= 0 && at < all.size() && !all.get(at).startsWith(" ");
    }
}
