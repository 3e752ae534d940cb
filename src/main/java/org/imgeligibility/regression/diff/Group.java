package org.imgeligibility.regression.diff;

import java.util.List;
import java.util.Set;

/**
 * Applicants with whom the same turns the same way.
 *
 * @param of       questions or classifications of one family with the same witness
 * @param question whether they are questions
 * @param readings under which it was seen
 * @param count    how many come out so on their own day, the most of any in the family
 * @param further  how many besides on a day on which an edited rule or row begins or ends, or on its eve
 */
public record Group(List<String> of, boolean question, Direction direction, String before, String after, Set<String> readings, int count, int further, Witness witness) {

    /** Whether one side refuses the facts, so that there is no answer to compare. */
    public boolean isRefusal() {
        return of.equals(List.of(Turn.APPLICANT));
    }
}
