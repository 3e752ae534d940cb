package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;

/** A page for each table: its columns, what they take, and its rows. */
final class TablePages {

    private static final int WIDE = 8;

    private final Contents contents;
    private final Links links;

    TablePages(Contents contents, Links links) {
        this.contents = contents;
        this.links = links;
    }

    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        contents.policy().tables().forEach((name, table) -> pages.put("tables/" + name + ".md", page(table)));
        return pages;
    }

    private String page(Table table) {
        Links here = links.on("tables/" + table.type().name() + ".md");
        TableRows shown = TableRows.of(contents.policy(), table);
        StringBuilder text = new StringBuilder(Markdown.heading(1, "table", table.type().name(), table.type().name() + " (" + table.rows().size() + " rows)"));
        text.append("`rules/").append(table.file()).append('`').append(table.type().dated() ? ", only rows in force count" : "").append("\n\n");
        text.append(Markdown.row(List.of("column", "takes"))).append("|---|---|\n");
        shown.columns().forEach(column -> text.append(Markdown.row(List.of("`" + column.name() + "`", Markdown.text(column.takes())))));
        text.append(shown.columns().size() > WIDE ? shown.rows().stream().map(row -> "\n" + apart(row, shown.columns(), here)).collect(Collectors.joining()) : "\n" + together(shown, here));
        return text.append(here.targets()).toString();
    }

    private String together(TableRows table, Links here) {
        StringBuilder text = new StringBuilder(Markdown.row(table.columns().stream().map(TableRows.Column::name).toList())).append("|---".repeat(table.columns().size())).append("|\n");
        table.rows().forEach(row -> text.append(Markdown.row(cells(row, here))));
        return text.toString();
    }

    private String apart(TableRows.Cells row, List<TableRows.Column> columns, Links here) {
        StringBuilder text = new StringBuilder("<details><summary>" + Markdown.text(row.name()) + "</summary>\n\n");
        List<String> cells = cells(row, here);
        for (int at = 0; at < cells.size(); at++) {
            text.append(cells.get(at).isEmpty() ? "" : Markdown.item("`" + columns.get(at).name() + "`", cells.get(at)));
        }
        return text.append("\n</details>\n").toString();
    }

    /** What stands in each cell; a source leads to itself. */
    private List<String> cells(TableRows.Cells row, Links here) {
        List<String> cells = new ArrayList<>();
        for (String value : row.values()) {
            Source cited = contents.policy().sources().get(value.replaceFirst("#.*", ""));
            cells.add(cited == null ? Markdown.text(value) : here.source(cited) + (value.contains("#") ? " (" + Markdown.text(value.replaceFirst("[^#]*#", "")) + ")" : ""));
        }
        return cells;
    }
}
