package org.imgeligibility.rulebase.language;

import org.imgeligibility.facts.Problem;

/** Something in a rule file that this language does not have; caught by the parser, which goes on after it. */
final class LanguageFault extends RuntimeException {

    private final transient Place place;
    private final String check;

    LanguageFault(Place place, String message) {
        this("", place, message);
    }

    /** @param check the lint id of its kind */
    LanguageFault(String check, Place place, String message) {
        super(message, null, false, false);
        this.place = place;
        this.check = check;
    }

    Place place() {
        return place;
    }

    Problem problem() {
        return new Problem(place.toString(), getMessage(), check);
    }
}
