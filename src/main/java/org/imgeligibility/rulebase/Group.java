package org.imgeligibility.rulebase;

import java.util.List;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Word;

/**
 * Grounds that ask the same of an evaluation, so that all of them match or none.
 *
 * @param number  its place among the groups of the engine
 * @param refuses whether a rule among them refuses the facts as contradictory
 */
public record Group(int number, List<Ground> grounds, boolean refuses) {

    Group(int number, List<Ground> grounds) {
        this(number, grounds, grounds.stream().anyMatch(ground -> ground.rule().word() == Word.REFUSE));
    }

    /** A group is itself only. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
