package org.imgeligibility.lint;

import java.util.List;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.PolicyLoader;
import org.imgeligibility.rulebase.RuleFiles;

/** Everything that is wrong with a rule folder; what makes it unusable is found when it is loaded. */
public final class Lint {

    private Lint() {
    }

    /** Findings by place: a file of the folder, its line and column. */
    public static List<Problem> findings(RuleFiles files) {
        try {
            PolicyLoader.load(files);
            return List.of();
        } catch (InputException unusable) {
            return unusable.problems();
        }
    }
}
