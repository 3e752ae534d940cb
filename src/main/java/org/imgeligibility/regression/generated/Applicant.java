package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import org.imgeligibility.facts.Facts;

/** An applicant with the day and the reading to evaluate under. */
public record Applicant(LocalDate asOf, String reading, Facts facts) {

    Applicant with(Facts others) {
        return new Applicant(asOf, reading, others);
    }
}
