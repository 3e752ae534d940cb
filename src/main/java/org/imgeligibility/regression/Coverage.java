package org.imgeligibility.regression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imgeligibility.evaluation.Evaluator;

/** What of a policy the fixtures reach, by what their expectations ask about. */
public record Coverage(List<Item> items) {

    /** What can be reached. */
    public enum Kind {
        RULE("rule", "rules"), ROW("table row", "table rows"), STATUS("requirement status", "requirement statuses"),
        OUTCOME("outcome of a question", "outcomes of questions"), EDGE("dated edge", "dated edges");

        private final String singular;
        private final String plural;

        Kind(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }

        public String singular() {
            return singular;
        }

        public String plural() {
            return plural;
        }
    }

    /**
     * One thing a fixture can reach.
     *
     * @param file the rule file, table or list it belongs to, in the rule folder
     * @param line where it stands there, 0 where it has no place of its own
     */
    public record Item(Kind kind, String file, int line, String what, boolean reached) {
    }

    /** How many of some things are reached. */
    public record Count(int reached, int total) {

        static Count of(Collection<Item> items) {
            return new Count((int) items.stream().filter(Item::reached).count(), items.size());
        }

        /** In percent, cut off after two decimals and so never rounded up; 100 of nothing. */
        public BigDecimal percent() {
            return total == 0 ? new BigDecimal("100.00") : BigDecimal.valueOf(100L * reached).divide(BigDecimal.valueOf(total), 2, RoundingMode.DOWN);
        }

        /** Whether this is at least so many percent, without any rounding. */
        public boolean isAtLeast(BigDecimal percent) {
            return BigDecimal.valueOf(100L * reached).compareTo(percent.multiply(BigDecimal.valueOf(total))) >= 0;
        }
    }

    static Coverage of(Evaluator evaluator, List<Fixture> fixtures) {
        return new Coverage(new Inventory(evaluator, Reached.by(evaluator, fixtures)).items());
    }

    public Count total() {
        return Count.of(items);
    }

    /** By kind, in the order of kinds; a kind there is nothing of is left out. */
    public Map<Kind, Count> byKind() {
        return counted(items);
    }

    /** The things of each file, in the order of files. */
    public Map<String, List<Item>> byFile() {
        return items.stream().collect(Collectors.groupingBy(Item::file, TreeMap::new, Collectors.toList()));
    }

    public static Map<Kind, Count> counted(Collection<Item> some) {
        Map<Kind, Count> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Item> same = some.stream().filter(item -> item.kind() == kind).toList();
            if (!same.isEmpty()) {
                counts.put(kind, Count.of(same));
            }
        }
        return counts;
    }
}
