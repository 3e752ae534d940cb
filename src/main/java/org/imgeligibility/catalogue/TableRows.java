package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imgeligibility.facts.Field;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.verdict.Wording;

/** A table as people read it: what its columns take, and the value of each cell in words. */
public record TableRows(Table table, List<Column> columns, List<Cells> rows) {

    /** @param takes what may stand in it, in words */
    public record Column(String name, String takes) {
    }

    /** @param values one for each column; empty where the cell is */
    public record Cells(String name, int line, List<String> values, List<Source> sources) {
    }

    public static TableRows of(Policy policy, Table table) {
        return new TableRows(table, table.type().fields().stream().map(field -> new Column(field.name(), Takes.words(field))).toList(), table.rows().stream().map(row -> cells(policy, table, row)).toList());
    }

    private static Cells cells(Policy policy, Table table, Table.Row row) {
        List<String> values = new ArrayList<>();
        for (Field field : table.type().fields()) {
            values.add(Optional.ofNullable(row.fact().value(field.name())).map(value -> Wording.of(value, field.type())).orElse(""));
        }
        return new Cells(name(table, row), row.line(), values, SourceUse.cited(policy, row).toList());
    }

    /** What a row is called: the table's type and what tells the row apart. */
    static String name(Table table, Table.Row row) {
        String prefix = row.fact().prefix();
        return table.type().name() + " " + prefix.substring(prefix.indexOf('#') + 1);
    }
}
