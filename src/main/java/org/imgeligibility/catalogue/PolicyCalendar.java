package org.imgeligibility.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Rule;

/** What changes on which day: rules and dated table rows that come into force or go out of it, and sources to look at again. */
public record PolicyCalendar(SortedMap<LocalDate, List<Entry>> days) {

    /** What can happen on a day, in the order to tell it. */
    public enum Kind {
        RULE_BEGINS("begins"), RULE_ENDS("is no longer in force"), ROW_BEGINS("begins"), ROW_ENDS("is no longer in force"), REVIEW_DUE("is to be reviewed by this day");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What happens to it: "begins". */
        public String words() {
            return words;
        }
    }

    /**
     * @param what    the rule's name, the table's type and the row's name, or the source's title
     * @param id      the rule's name, the table's type, or the source's id
     * @param reading of a rule that belongs to one only
     */
    public record Entry(Kind kind, String what, String id, String place, Optional<String> reading) {
    }

    public static PolicyCalendar of(Policy policy) {
        SortedMap<LocalDate, List<Entry>> days = new TreeMap<>();
        policy.rules().forEach(rule -> rule.from().ifPresent(day -> add(days, day, entry(Kind.RULE_BEGINS, rule))));
        policy.rules().forEach(rule -> rule.until().ifPresent(day -> add(days, day, entry(Kind.RULE_ENDS, rule))));
        policy.tables().values().stream().filter(table -> table.type().dated()).forEach(table -> table.rows().forEach(row -> {
            Optional.ofNullable((LocalDate) row.fact().value("from")).ifPresent(day -> add(days, day, entry(Kind.ROW_BEGINS, table, row)));
            Optional.ofNullable((LocalDate) row.fact().value("until")).ifPresent(day -> add(days, day, entry(Kind.ROW_ENDS, table, row)));
        }));
        policy.sources().values().forEach(source -> add(days, source.reviewBy(), entry(source)));
        days.values().forEach(entries -> entries.sort(Comparator.comparing(Entry::kind)));
        return new PolicyCalendar(days);
    }

    private static void add(SortedMap<LocalDate, List<Entry>> days, LocalDate day, Entry entry) {
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(entry);
    }

    private static Entry entry(Kind kind, Rule rule) {
        return new Entry(kind, rule.name(), rule.name(), "rules/" + rule.place().file() + ":" + rule.place().line(), rule.one("reading"));
    }

    private static Entry entry(Kind kind, Table table, Table.Row row) {
        return new Entry(kind, TableRows.name(table, row), table.type().name(), "rules/" + table.file() + ":" + row.line(), Optional.empty());
    }

    private static Entry entry(Source source) {
        return new Entry(Kind.REVIEW_DUE, source.title(), source.id(), "rules/sources.yaml", Optional.empty());
    }
}
