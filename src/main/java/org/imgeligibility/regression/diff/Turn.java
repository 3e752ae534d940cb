package org.imgeligibility.regression.diff;

/**
 * What comes out otherwise.
 *
 * @param of     a question or classification, or {@link #APPLICANT} where one side refuses the facts
 * @param before an outcome, the value of a classification, or {@link #ACCEPTED} or {@link #REFUSED}
 */
record Turn(String of, String before, String after) {

    static final String APPLICANT = "applicant";
    static final String ACCEPTED = "ACCEPTED";
    static final String REFUSED = "REFUSED";
}
