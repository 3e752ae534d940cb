package org.imgeligibility.rulebase.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as written.
 *
 * @param metadata the values of each {@code @name("...", "...")}, by name
 * @param from  the first day in force, if it has one
 * @param until the first day no longer in force, if it has one
 */
public record Rule(String name, Place place, Map<String, List<String>> metadata, Optional<LocalDate> from,
                   Optional<LocalDate> until, List<Pattern> patterns, Word word) {

    public List<String> all(String metadataName) {
        return metadata.getOrDefault(metadataName, List.of());
    }

    public Optional<String> one(String metadataName) {
        List<String> all = all(metadataName);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Whether it is in force on a day under a reading. */
    public boolean holds(LocalDate day, String reading) {
        List<String> readings = all("reading");
        return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || day.isBefore(until.get())) && (readings.isEmpty() || readings.get(0).equals(reading));
    }

    /** The position of the pattern a name is bound to. */
    public Optional<Integer> position(String binding) {
        for (int at = 0; at < patterns.size(); at++) {
            if (patterns.get(at).binding().filter(binding::equals).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
