package org.imgeligibility.regression.diff;

import java.util.List;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.language.RuleTexts.Line;

/**
 * A part of a rule folder that an editor can add, remove or change.
 *
 * @param line where it begins, 0 where that is not known
 */
record Element(Kind kind, String file, int line, String name, List<Line> lines) {

    /** What parts there are, in the order to tell of them. */
    enum Kind {
        RULE("rule"), ROW("table row"), FACT("fact"), REQUIREMENT("requirement"), QUESTION("question"), SOURCE("source");

        private final String singular;

        Kind(String singular) {
            this.singular = singular;
        }

        String singular() {
            return singular;
        }
    }

    /** All it says, comments, layout and place aside. */
    String says() {
        return lines.stream().map(Line::says).collect(Collectors.joining(" "));
    }
}
