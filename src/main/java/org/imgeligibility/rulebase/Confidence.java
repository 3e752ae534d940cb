package org.imgeligibility.rulebase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a source can be relied on, worst first. */
public enum Confidence {
    LOW, MEDIUM, HIGH;

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Confidence> of(String spelling) {
        return Arrays.stream(values()).filter(confidence -> confidence.spelling().equals(spelling)).findFirst();
    }

    public Confidence or(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
