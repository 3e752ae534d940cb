package org.imgeligibility.regression.mutation;

import java.util.List;
import org.imgeligibility.regression.generated.Applicant;

/**
 * An applicant who tells an edit from the rules as they stand.
 *
 * @param differing the questions and classifications that differ
 */
record Witness(Applicant applicant, List<String> differing, Ruling stands, Ruling edited) {
}
