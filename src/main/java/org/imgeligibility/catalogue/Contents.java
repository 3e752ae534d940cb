package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.Policy;

/**
 * What a catalogue is made for: a policy on a day, under one reading or several.
 *
 * @param exercises which fixtures exercise each rule, where that is known
 */
public record Contents(Policy policy, LocalDate day, List<String> readings, Optional<Exercises> exercises) {

    /** The trees of the day by reading, for one use. */
    Map<String, Outlines> outlines() {
        Map<String, Outlines> outlines = new LinkedHashMap<>();
        readings.forEach(reading -> outlines.put(reading, new Outlines(policy, day, reading)));
        return outlines;
    }
}
