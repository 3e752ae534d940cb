package org.imgeligibility.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.rulebase.Table;

/** Lays the members of a family out by the row and column that a table gives each of its keys. */
final class MapPlaces {

    static final String ROW = "tileRow";
    static final String COLUMN = "tileColumn";

    private MapPlaces() {
    }

    /** The rows of the map from top to bottom; where there is nothing, nothing. */
    static <T> List<List<Optional<T>>> rows(Table table, Map<String, T> members) {
        String key = table.type().key().orElseThrow();
        List<List<Optional<T>>> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            T member = members.get(String.valueOf(row.fact().value(key)));
            if (member != null && row.fact().value(ROW) instanceof Integer y && row.fact().value(COLUMN) instanceof Integer x) {
                while (rows.size() <= y) {
                    rows.add(new ArrayList<>());
                }
                while (rows.get(y).size() <= x) {
                    rows.get(y).add(Optional.empty());
                }
                rows.get(y).set(x, Optional.of(member));
            }
        }
        return rows;
    }
}
