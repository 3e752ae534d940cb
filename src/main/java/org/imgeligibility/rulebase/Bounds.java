package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.List;
import org.imgeligibility.facts.Problem;

/** What a policy may cost at most, counted when it is loaded, so that no edit can keep the program from answering. */
final class Bounds {

    private static final int RULES = 5_000;
    private static final int ROWS = 20_000;
    private static final int FACTS = 20_000;

    private Bounds() {
    }

    /** Those that show before rules are unrolled. */
    static List<Problem> problems(Policy policy) {
        List<Problem> problems = new ArrayList<>();
        if (policy.rules().size() > RULES) {
            problems.add(new Problem("", "There are " + policy.rules().size() + " rules; at most " + RULES + " can be used. Put what differs into tables."));
        }
        policy.tables().values().stream().filter(table -> table.rows().size() > ROWS)
                .forEach(table -> problems.add(new Problem(table.file(), "has " + table.rows().size() + " rows; at most " + ROWS + " can be used.")));
        if (policy.vocabulary().slots().size() > FACTS) {
            problems.add(new Problem("", "An applicant could have " + policy.vocabulary().slots().size() + " facts; at most " + FACTS + " can be used. Give lists shorter keys."));
        }
        return problems;
    }
}
