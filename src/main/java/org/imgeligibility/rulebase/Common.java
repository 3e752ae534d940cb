package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/**
 * What is the same for every applicant on a day: the day itself, the table rows in force and what the rules find by
 * these alone.
 */
public final class Common {

    private final LocalDate day;
    private final Map<Type, List<Instance>> instances;
    private final List<Match> matches;
    private final Optional<Unrolled> unrolled;

    Common(LocalDate day, Map<Type, List<Instance>> instances, List<Match> matches, Optional<Unrolled> unrolled) {
        this.day = day;
        this.instances = instances;
        this.matches = matches;
        this.unrolled = unrolled;
    }

    /** The same for matches that were found without the engine. */
    public static Common of(LocalDate day, Map<Type, List<Instance>> instances, List<Match> matches) {
        return new Common(day, instances, matches, Optional.empty());
    }

    public LocalDate day() {
        return day;
    }

    public Map<Type, List<Instance>> instances() {
        return instances;
    }

    public List<Match> matches() {
        return matches;
    }

    /** The rules as the engine has them; empty where matches were found without it. */
    public Optional<Unrolled> unrolled() {
        return unrolled;
    }
}
