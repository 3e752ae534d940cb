package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Rule;

/** Rules that no facts can make match on any day they are in force. */
final class DeadRules {

    private static final int MOST_DAYS = 20;
    private static final int YEARS_PAST = 15;

    private DeadRules() {
    }

    static Stream<Finding> findings(Folder folder, Search search) {
        return folder.policy().rules().stream().filter(rule -> isDead(rule, folder, search)).map(rule -> new Finding(Check.NEVER_MATCHES, rule.place(), About.rule(rule),
                "no facts and no row can make \"" + rule.name() + "\" match. Look for a condition that contradicts another, or that names no row or no day of its own."));
    }

    private static boolean isDead(Rule rule, Folder folder, Search search) {
        Stream<LocalDate> days = Stream.of(Span.of(rule).days(folder.day()), yearly(rule, folder.day()), ends(rowDays(rule, folder))).flatMap(List::stream).filter(Span.of(rule)::contains).distinct();
        return days.map(day -> search.together(List.of(Aspect.of(rule)), day)).noneMatch(result -> result.facts().isPresent() || !result.whole());
    }

    /** The days of the year that the rule makes, in years to come and long past. */
    private static List<LocalDate> yearly(Rule rule, LocalDate day) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(DeadRules::made)
                .flatMap(made -> Stream.of(0, 1, 2, -YEARS_PAST).map(years -> LocalDate.of(day.getYear() + years, number(made.month()), number(made.day())))).toList();
    }

    private static Stream<Expression.DayOf> made(Expression part) {
        return part instanceof Expression.DayOf made ? Stream.of(made) : part.parts().stream().flatMap(DeadRules::made);
    }

    private static int number(Expression written) {
        return (Integer) ((Expression.Literal) written).value();
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
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return List.copyOf(days);
    }
}
