package org.imgeligibility.rulebase.language;

import java.util.List;
import java.util.Set;

/**
 * A way in which a rule matches, or still could.
 *
 * @param facts    one instance for each pattern
 * @param waits    the paths of the unknown facts it hangs on, empty for a match
 * @param excluded whether it could match only by a value that would be refused
 */
public record Prospect(List<Instance> facts, Set<String> waits, boolean excluded) {

    public boolean isMatch() {
        return waits.isEmpty();
    }
}
