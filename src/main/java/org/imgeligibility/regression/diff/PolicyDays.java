package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Values;

/** The days on which outcomes can turn by the policy alone. */
final class PolicyDays {

    private PolicyDays() {
    }

    /** Each is the first of a new state: where a rule or row begins or ends, and on and after a day that conditions can name. */
    static Set<LocalDate> of(Policy policy) {
        Set<LocalDate> days = new TreeSet<>();
        policy.rules().forEach(rule -> Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add));
        policy.tables().values().forEach(table -> table.rows().forEach(row -> row(table, row, days)));
        policy.rules().stream().flatMap(PolicyDays::named).forEach(day -> about(day, days));
        return days;
    }

    private static void row(Table table, Table.Row row, Set<LocalDate> days) {
        row.fact().values().forEach((field, value) -> {
            if (value instanceof LocalDate day) {
                days.add(day);
                if (!table.type().dated() || !Set.of("from", "until").contains(field)) {
                    about(day, days);
                }
            }
        });
    }

    private static void about(LocalDate day, Set<LocalDate> days) {
        days.add(day);
        days.add(day.plusDays(1));
    }

    private static Stream<LocalDate> named(Rule rule) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(PolicyDays::named);
    }

    private static Stream<LocalDate> named(Expression part) {
        return part instanceof Expression.DayOf && part.fields().findAny().isEmpty() && Values.of(part, java.util.List.of()) instanceof LocalDate day
                ? Stream.of(day) : part.parts().stream().flatMap(PolicyDays::named);
    }
}
