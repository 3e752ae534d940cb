package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which some outcome differs.
 *
 * @param first the first of them, empty where it goes back before all days of the policy
 * @param last  the last of them, empty where no day of the policy ends it
 * @param whole whether an applicant was found who differs on its first day and on its last; else only on some days
 *              within, which move with the applicant's own dates
 */
public record Period(Optional<LocalDate> first, Optional<LocalDate> last, boolean whole) {
}
