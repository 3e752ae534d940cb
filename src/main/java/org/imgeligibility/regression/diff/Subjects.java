package org.imgeligibility.regression.diff;

import java.util.List;
import org.imgeligibility.facts.Problem;

/**
 * Whom both sides are put to.
 *
 * @param what     what they are, in words: "applicants of fixtures"
 * @param problems what could not be read
 */
public record Subjects(String what, List<Subject> all, List<Problem> problems) {

    public int count() {
        return all.size();
    }
}
