package org.imgeligibility.verdict;

import java.util.Map;
import java.util.Optional;

/**
 * What the questions come to for one applicant under one reading.
 *
 * @param applicant  the id given in the file
 * @param byQuestion in the order of a document's verdicts
 */
public record Outcomes(Optional<String> applicant, Map<String, Outcome> byQuestion) {
}
