package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;

/** A rule in so far as it concludes on one requirement: the facts in the requirement's id are fixed. */
record Aspect(Rule rule, List<Pin> pins) {

    private static final Pattern VALUE = Pattern.compile("\\{([^}.]*)\\.([^}]*)}");

    /** A field of a pattern with the value that the id has in its place. */
    record Pin(int pattern, String field, String value) {
    }

    static Aspect of(Rule rule) {
        return new Aspect(rule, List.of());
    }

    /** The rule as it concludes on an id that it writes so, if it can. */
    static Optional<Aspect> of(Rule rule, String written, String id) {
        Matcher shape = Ids.shape(written).matcher(id);
        if (!shape.matches()) {
            return Optional.empty();
        }
        List<Pin> pins = new ArrayList<>();
        Matcher value = VALUE.matcher(written);
        for (int at = 1; value.find(); at++) {
            String given = shape.group(at);
            String field = value.group(2);
            rule.position(value.group(1)).ifPresent(position -> pins.add(new Pin(position, field, given)));
        }
        return Optional.of(new Aspect(rule, pins));
    }

    /** Whether facts chosen so far, one a pattern, can belong to a match on the requirement. */
    boolean fits(List<Instance> chosen) {
        int last = chosen.size() - 1;
        for (Pin pin : pins) {
            if (pin.pattern() == last && !pin.value().equals(String.valueOf(chosen.get(last).value(pin.field())))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row can stand in a pattern, by what is fixed of it. */
    boolean isPinned(int pattern, Instance row) {
        return pins.stream().filter(pin -> pin.pattern() == pattern).allMatch(pin -> pin.value().equals(String.valueOf(row.value(pin.field()))));
    }

    boolean holds(LocalDate day, String reading) {
        return rule.holds(day, reading);
    }
}
