package org.imgeligibility.regression;

import java.util.List;
import java.util.Optional;

/**
 * A case that did not come out as expected.
 *
 * @param of       the question or classification, empty when the applicant could not be evaluated
 * @param expected what the fixture says, with what else it names
 * @param actual   what came out, with the deciding requirements
 * @param rules    what made the difference, each a rule with its place: the rules on the requirements that only one
 *                 side names, or that no rule concludes on them
 * @param holds    the expectation that would hold, as far as the fixture's own goes; empty when there is none
 */
public record Difference(Fixture fixture, Optional<String> of, String expected, String actual, List<String> rules, Optional<Fixture.Expectation> holds) {
}
