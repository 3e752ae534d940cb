package org.imgeligibility.rulebase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.language.Type;

/** What no row shows alone: keys given twice, and in dated tables intervals that overlap or leave a gap. */
final class TableCheck {

    /** The lint id of rows whose days do not fit. */
    private static final String DATES = "table-dates";

    private TableCheck() {
    }

    static void check(Type type, List<Table.Row> rows, List<Problem> problems) {
        rows.stream().filter(row -> isEmpty(type, row)).forEach(row -> problems.add(new Problem(place(type, row), "'until' does not lie after 'from'.", DATES)));
        if (!type.unique().isEmpty()) {
            Map<List<Object>, Table.Row> first = new LinkedHashMap<>();
            rows.forEach(row -> {
                List<Object> together = type.unique().stream().map(name -> row.fact().value(name)).toList();
                Table.Row earlier = first.putIfAbsent(together, row);
                if (earlier != null) {
                    problems.add(new Problem(place(type, row), together.stream().map(String::valueOf).collect(Collectors.joining(" ", "'", "'"))
                            + " stands in line " + earlier.line() + " already. Keep one row.", "duplicate-name"));
                }
            });
        }
        type.key().ifPresent(key -> {
            Map<Object, List<Table.Row>> byKey = new LinkedHashMap<>();
            rows.forEach(row -> byKey.computeIfAbsent(String.valueOf(row.fact().value(key)), any -> new ArrayList<>()).add(row));
            byKey.forEach((value, same) -> {
                if (type.dated()) {
                    intervals(type, value, same, problems);
                } else if (same.size() > 1) {
                    problems.add(new Problem(place(type, same.get(1)), "'" + value + "' stands in line " + same.get(0).line() + " already. Keep one row.", "duplicate-name"));
                }
            });
        });
    }

    private static boolean isEmpty(Type type, Table.Row row) {
        LocalDate from = day(row, "from", LocalDate.MIN);
        LocalDate until = day(row, "until", LocalDate.MAX);
        return type.dated() ? !until.isAfter(from) : until.isBefore(from);
    }

    private static void intervals(Type type, Object key, List<Table.Row> rows, List<Problem> problems) {
        List<Table.Row> ordered = rows.stream().sorted(Comparator.comparing(row -> day(row, "from", LocalDate.MIN))).toList();
        for (int at = 1; at < ordered.size(); at++) {
            LocalDate end = day(ordered.get(at - 1), "until", LocalDate.MAX);
            LocalDate start = day(ordered.get(at), "from", LocalDate.MIN);
            if (!end.equals(start)) {
                problems.add(new Problem(place(type, ordered.get(at)), "'" + key + "': this row and line " + ordered.get(at - 1).line()
                        + (end.isAfter(start) ? " overlap." : " leave a gap.") + " Let 'until' of the one be 'from' of the other.", DATES));
            }
        }
    }

    private static LocalDate day(Table.Row row, String field, LocalDate otherwise) {
        return row.fact().value(field) instanceof LocalDate day ? day : otherwise;
    }

    private static String place(Type type, Table.Row row) {
        return type.table().orElseThrow() + ":" + row.line();
    }
}
