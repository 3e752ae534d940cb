package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;

/** The days from one to the day before another; an end that is absent is open. */
record Span(Optional<LocalDate> from, Optional<LocalDate> until) {

    static Span of(Rule rule) {
        return new Span(rule.from(), rule.until());
    }

    /** The days in both. */
    Span and(Span other) {
        return new Span(Stream.of(from, other.from).flatMap(Optional::stream).max(LocalDate::compareTo), Stream.of(until, other.until).flatMap(Optional::stream).min(LocalDate::compareTo));
    }

    boolean contains(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && until.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
