package org.imgeligibility.regression;

import java.util.Optional;

/**
 * A case that did not come out as expected.
 *
 * @param of       the question or classification, empty when the applicant could not be evaluated
 * @param expected what the fixture says, with what else it names
 * @param actual   what came out, told to the same depth
 * @param rules    the rules behind what came out, with their places
 */
public record Difference(Fixture fixture, Optional<String> of, String expected, String actual, String rules) {
}
