package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import org.imgeligibility.facts.Facts;

/**
 * Whom both sides are put to.
 *
 * @param name where the facts come from, as a file and a line
 * @param day  the day of the evaluation, where nothing else is asked
 */
record Subject(String name, LocalDate day, Facts facts) {
}
