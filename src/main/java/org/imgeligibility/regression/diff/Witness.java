package org.imgeligibility.regression.diff;

import org.imgeligibility.regression.generated.Applicant;

/**
 * The smallest applicant found on whom a verdict turns.
 *
 * @param from   the subject it was made of by leaving facts out
 * @param before why it comes out as it did, in a sentence
 */
public record Witness(Applicant applicant, String from, String before, String after) {
}
