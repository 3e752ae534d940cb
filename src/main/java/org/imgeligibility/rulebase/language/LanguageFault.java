package org.imgeligibility.rulebase.language;

/** Something in a rule file that this language does not have; caught by the parser, which goes on after it. */
final class LanguageFault extends RuntimeException {

    private final transient Place place;

    LanguageFault(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
