package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;

/** Rules that no facts can make match on any day they are in force. */
final class DeadRules {

    private static final int MOST_DAYS = 20;

    private DeadRules() {
    }

    static Stream<Finding> findings(Folder folder, Search search) {
        return folder.policy().rules().stream().filter(rule -> isDead(rule, folder, search)).map(rule -> new Finding(Check.NEVER_MATCHES, rule.place(), About.rule(rule),
                "no facts and no row can make \"" + rule.name() + "\" match. Look for a condition that contradicts another, or that names no row or no day of its own."));
    }

    private static boolean isDead(Rule rule, Folder folder, Search search) {
        Aspect aspect = Aspect.of(rule);
        Stream<LocalDate> days = Stream.concat(new Edges(folder).of(List.of(aspect)).stream(), ends(rowDays(rule, folder)).stream()).distinct()
                .filter(day -> folder.policy().readings().stream().anyMatch(reading -> rule.holds(day, reading)));
        return days.map(day -> search.together(List.of(aspect), day)).noneMatch(result -> result.facts().isPresent() || !result.whole());
    }

    /** The first and the last of many days. */
    private static List<LocalDate> ends(List<LocalDate> days) {
        return days.size() <= 2 * MOST_DAYS ? days : Stream.of(days.subList(0, MOST_DAYS), days.subList(days.size() - MOST_DAYS, days.size())).flatMap(List::stream).toList();
    }

    /** The days in the rows that the rule looks at, and their neighbours. */
    private static List<LocalDate> rowDays(Rule rule, Folder folder) {
        TreeSet<LocalDate> days = new TreeSet<>();
        rule.patterns().stream().map(pattern -> folder.policy().tables().get(pattern.type().name())).filter(Objects::nonNull).distinct().map(Table::rows)
                .flatMap(List::stream).flatMap(row -> row.fact().values().values().stream()).filter(LocalDate.class::isInstance).map(LocalDate.class::cast)
                .flatMap(Edges::beside).forEach(days::add);
        return List.copyOf(days);
    }
}
