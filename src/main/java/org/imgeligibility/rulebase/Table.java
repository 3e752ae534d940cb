package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.List;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Type;

/** A CSV file beside the rules, its rows as facts. */
public record Table(String file, Type type, List<Row> rows) {

    /** @param line the line of the file the row begins on */
    public record Row(Instance fact, int line) {

        boolean isInForce(LocalDate day) {
            LocalDate from = (LocalDate) fact.value("from");
            LocalDate until = (LocalDate) fact.value("until");
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** The rows that exist on a day: all of them, or those in force then. */
    public List<Instance> on(LocalDate day) {
        return rows.stream().filter(row -> !type.dated() || row.isInForce(day)).map(Row::fact).toList();
    }
}
