package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.List;

/**
 * The one fact that a network tests.
 *
 * @param row   the day and all that is known of the applicant
 * @param found the groups that match, filled by the network
 */
record Case(Object[] row, List<Group> found) {

    /** Room for what most applicants match. */
    private static final int USUAL = 100;

    Case(Object[] row) {
        this(row, new ArrayList<>(USUAL));
    }
}
