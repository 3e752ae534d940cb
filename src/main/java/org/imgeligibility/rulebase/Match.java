package org.imgeligibility.rulebase;

import java.util.List;
import java.util.Optional;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;

/**
 * A rule and the facts that matched it, one for each of its patterns in their order.
 *
 * @param ground what the engine matched, which is the same in every evaluation
 */
public record Match(Rule rule, List<Instance> facts, Optional<Ground> ground) {

    /** A match that was found without the engine. */
    public Match(Rule rule, List<Instance> facts) {
        this(rule, facts, Optional.empty());
    }
}
