package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * What is the same for every applicant on a day: the day itself, the table rows in force and what the rules find by
 * these alone.
 */
public final class Common {

    private final LocalDate day;
    private final Map<Type, List<Instance>> instances;
    private final List<Match> matches;
    private final Optional<Unrolled> unrolled;
    private final List<Group> groups;
    private final boolean refuses;

    Common(LocalDate day, Map<Type, List<Instance>> instances, List<Match> matches, Optional<Unrolled> unrolled, List<Group> groups) {
        this.day = day;
        this.instances = instances;
        this.matches = matches;
        this.unrolled = unrolled;
        this.groups = groups;
        this.refuses = matches.stream().anyMatch(match -> match.rule().word() == Word.REFUSE);
    }

    /** The same for matches that were found without the engine. */
    public static Common of(LocalDate day, Map<Type, List<Instance>> instances, List<Match> matches) {
        return new Common(day, instances, matches, Optional.empty(), List.of());
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

    /** Whether the day and the rows contradict each other by themselves. */
    public boolean refuses() {
        return refuses;
    }

    /** All that the engine can find of an applicant, each group at its number; empty where matches were found without it. */
    public List<Group> groups() {
        return groups;
    }
}
