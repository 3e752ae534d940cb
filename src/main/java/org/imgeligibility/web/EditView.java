package org.imgeligibility.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imgeligibility.watch.RulesInForce;
import org.imgeligibility.watch.Standing;

/**
 * How the rules in force stand to their folder, in words.
 *
 * @param number  of the standing shown
 * @param digest  of the rules in force
 * @param inForce which rules answer
 * @param refused since when an edit is refused, or empty
 */
record EditView(long number, String digest, String inForce, String refused, List<String> problems, List<String> failed) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    static EditView of(RulesInForce rules) {
        Standing now = rules.standing().orElseThrow();
        List<String> problems = now.refused().map(EditView::problems).orElse(List.of());
        return new EditView(now.number(), rules.edition().policy().digest(), "Rules in force since " + time(now.since()) + cases(now) + ".",
                now.refused().map(refused -> "Edits in the rule folder are not in force since " + time(refused.since()) + ". The rules from before answer.").orElse(""), problems, now.failed());
    }

    private static List<String> problems(Standing.Refused refused) {
        List<String> told = new ArrayList<>(refused.problems().stream().map(Object::toString).toList());
        if (refused.more() > 0) {
            told.add("and " + refused.more() + " more");
        }
        return told;
    }

    private static String cases(Standing now) {
        return now.cases().map(cases -> ", in line with " + cases.held() + " of " + cases.all() + " cases").orElse("; the cases are running");
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
