package org.imgeligibility.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Instance;

/**
 * What the engine found of one applicant: rules of all days and readings among it.
 *
 * @param slots  the day and the applicant's sections, each at the place that conditions name
 * @param groups in no particular order
 */
public record Found(List<Instance> slots, List<Group> groups) {

    /** Every match. */
    public List<Match> matches() {
        List<Match> matches = new ArrayList<>(groups.size() * 2);
        for (Group group : groups) {
            for (Ground ground : group.grounds()) {
                matches.add(new Match(ground.rule(), ground.facts(slots), Optional.of(ground)));
            }
        }
        return matches;
    }
}
