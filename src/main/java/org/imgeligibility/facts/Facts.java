package org.imgeligibility.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one applicant: values by path. A path that is absent is unknown.
 * Values are String (text and choices), Boolean, Integer, Double, LocalDate or a List of String.
 */
public record Facts(Optional<String> id, Map<String, Object> values) {

    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Facts none() {
        return new Facts(Optional.empty(), Map.of());
    }

    /** The same applicant with one fact taken away. */
    public Facts without(String path) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(path);
        return new Facts(id, fewer);
    }
}
