package org.imgeligibility.regression;

import java.util.ArrayList;
import java.util.List;

/** A difference in words, the same in every report. */
public final class Told {

    private Told() {
    }

    /** A line for each thing to know: what the case shows, what was expected, what came out, what made the difference. */
    public static List<String> of(Difference difference) {
        String of = difference.of().orElse("applicant");
        List<String> lines = new ArrayList<>(List.of(difference.fixture().says(), of + " expected " + difference.expected(), of + " actual   " + difference.actual()));
        difference.rules().forEach(rule -> lines.add("by " + rule));
        return lines;
    }

    /** What was expected and what came out, in a line. */
    public static String inShort(Difference difference) {
        return difference.of().orElse("applicant") + ": expected " + difference.expected() + ", actual " + difference.actual();
    }

    /** Where the case stands. */
    public static String place(Fixture fixture) {
        return fixture.file() + ":" + fixture.line() + " " + fixture.id();
    }
}
