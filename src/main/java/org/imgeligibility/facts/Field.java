package org.imgeligibility.facts;

import java.util.Map;
import java.util.Optional;

/**
 * A field of a section.
 *
 * @param label what people call it, for forms and sentences
 * @param help  one sentence more, or empty
 * @param unit  what a number counts ("months"), or empty
 * @param absentMeansNone whether leaving it out says "there is none" instead of "not known"
 * @param alsoOn  whether answers for this day are of interest beside today's
 * @param implied what its value is without being given, where another field says so
 */
public record Field(String name, FieldType type, String label, String help, String unit, boolean absentMeansNone, Optional<Implied> implied, boolean alsoOn) {

    /** A value that follows from another field having a certain choice: what was never taken was attempted 0 times. */
    public record Implied(String by, String choice, Integer value) {
    }

    /** By the name alone: conditions are kept in sets by the fields in them, and all choices of one take long to go through. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether another field of an entry says what the value is, and nothing else is given. */
    public boolean isImplied(Map<String, Object> entry) {
        return implied.filter(known -> known.choice().equals(entry.get(known.by()))
                && (entry.get(name) == null || entry.get(name).equals(known.value()))).isPresent();
    }
}
