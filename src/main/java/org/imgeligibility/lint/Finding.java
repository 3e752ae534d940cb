package org.imgeligibility.lint;

import java.util.List;
import org.imgeligibility.rulebase.language.Place;

/**
 * One thing found.
 *
 * @param subjects what it is about; an allowance at any of them allows it
 */
public record Finding(Check check, Place place, List<Subject> subjects, String message) {

    /** Something an allowance can stand beside: a rule, source, requirement, type or field ({@code Type.field}). */
    public record Subject(Kind kind, String name) {

        public enum Kind { RULE, SOURCE, REQUIREMENT, TYPE, FIELD }
    }

    @Override
    public String toString() {
        return place + ": " + check.level() + " " + check.id() + ": " + message;
    }
}
