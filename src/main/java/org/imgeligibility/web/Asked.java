package org.imgeligibility.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;

/** What a request asks for beside the applicant: the day, the reading and the questions. */
final class Asked {

    private Asked() {
    }

    /** @throws InputException when the day is no date */
    static Request of(String asOf, String reading, List<String> questions, Evaluator evaluator, Clock clock) {
        String chosen = reading == null || reading.isBlank() ? evaluator.policy().readings().get(0) : reading;
        return new Request(day(asOf, clock), chosen, questions == null ? List.of() : questions, true);
    }

    private static LocalDate day(String text, Clock clock) {
        if (text == null || text.isBlank()) {
            return Evaluator.today(clock);
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException wrong) {
            throw new InputException("asOf", "'" + text + "' is not a date as 2026-03-01.");
        }
    }
}
