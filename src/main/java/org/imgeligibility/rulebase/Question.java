package org.imgeligibility.rulebase;

import java.util.Optional;

/**
 * A requirement that people ask for by name.
 *
 * @param about   what it means, in a sentence
 * @param reading the only reading that knows it, if not all do
 */
public record Question(String id, String title, String topic, String about, Optional<String> reading) {

    public boolean isAskedUnder(String someReading) {
        return reading.filter(only -> !only.equals(someReading)).isEmpty();
    }
}
