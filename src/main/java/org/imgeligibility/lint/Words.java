package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Facts;

/** How findings speak of applicants. */
final class Words {

    private Words() {
    }

    /** "on 2026-03-01, /person/age 17" */
    static String witness(Facts facts, LocalDate day) {
        String said = facts.values().entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()).sorted().collect(Collectors.joining(", "));
        return "on " + day + " with " + (said.isEmpty() ? "no facts at all" : said);
    }
}
