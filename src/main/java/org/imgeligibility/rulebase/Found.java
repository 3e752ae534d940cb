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
        int size = 0;
        for (int at = 0; at < groups.size(); at++) {
            size += groups.get(at).grounds().size();
        }
        List<Match> matches = new ArrayList<>(size);
        for (int at = 0; at < groups.size(); at++) {
            List<Ground> grounds = groups.get(at).grounds();
            for (int of = 0; of < grounds.size(); of++) {
                Ground ground = grounds.get(of);
                matches.add(new Match(ground.rule(), ground.facts(slots), Optional.of(ground)));
            }
        }
        return matches;
    }
}
