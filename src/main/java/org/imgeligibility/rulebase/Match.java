package org.imgeligibility.rulebase;

import java.util.List;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;

/** A rule and the facts that matched it, one for each of its patterns in their order. */
public record Match(Rule rule, List<Instance> facts) {
}
