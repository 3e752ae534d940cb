package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Citations;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;

/**
 * A source with all that rests on it.
 *
 * @param rules that name it, or read a row that does, by name
 */
public record SourceUse(Source source, List<Rule> rules, List<Row> rows) {

    /** @param name as the calendar and the tables call it */
    public record Row(Table table, String name, int line) {
    }

    /** Whether somebody should have looked at it again before a day. */
    public boolean isOverdue(LocalDate day) {
        return source.reviewBy().isBefore(day);
    }

    /** The folder of the first file, by name, that has something resting on it; "other" for none. */
    public String folder() {
        return Stream.concat(rules.stream().map(rule -> rule.place().file()), rows.stream().map(row -> row.table().file())).filter(file -> file.contains("/")).sorted()
                .map(file -> file.substring(0, file.indexOf('/'))).findFirst().orElse("other");
    }

    /** Every source by id, in the order of their definitions. */
    public static Map<String, SourceUse> of(Policy policy) {
        Map<String, SourceUse> uses = new LinkedHashMap<>();
        policy.sources().values().forEach(source -> uses.put(source.id(), new SourceUse(source, new ArrayList<>(), new ArrayList<>())));
        Citations citations = new Citations(policy);
        policy.rules().forEach(rule -> Stream.concat(citations.own(rule).stream(), citations.byRows(rule).stream()).map(Source::id).distinct()
                .forEach(id -> uses.get(id).rules().add(rule)));
        policy.tables().values().forEach(table -> table.rows().forEach(row -> cited(policy, row).map(Source::id).distinct()
                .forEach(id -> uses.get(id).rows().add(new Row(table, TableRows.name(table, row), row.line())))));
        return uses;
    }

    /** The sources a row names in any of its cells. */
    static Stream<Source> cited(Policy policy, Table.Row row) {
        return row.fact().type().fields().stream().map(field -> row.fact().value(field.name())).filter(String.class::isInstance).map(String.class::cast)
                .flatMap(text -> policy.cited(text).stream());
    }
}
