package org.imgeligibility.lint;

import java.util.List;

/**
 * What was found in a rule folder, by place.
 *
 * @param allowed  what was found and is meant, by the folder's own word
 * @param cutShort how many searches for facts were given up: what they would have found is not known
 */
public record Report(List<Finding> findings, List<Allowed> allowed, int cutShort) {

    /** @param reason why it is meant */
    public record Allowed(Finding finding, String reason) {
    }
}
