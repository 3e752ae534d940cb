package org.imgeligibility.regression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Coverage.Item;
import org.imgeligibility.regression.Coverage.Kind;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Prospect;
import org.imgeligibility.verdict.Status;

/**
 * Everything of a policy that a fixture can reach, each with whether one did. What requirements and questions can
 * come to is what an applicant of whom nothing is known can still come to on some day at which the policy changes.
 */
final class Inventory {

    private static final String QUESTIONS = "questions.yaml";
    private static final Comparator<Rule> ORDER = Comparator.comparing((Rule rule) -> rule.place().file()).thenComparing(rule -> rule.place().line());

    private final Evaluator evaluator;
    private final Policy policy;
    private final Reached reached;
    private final List<Item> items = new ArrayList<>();

    Inventory(Evaluator evaluator, Reached reached) {
        this.evaluator = evaluator;
        this.policy = evaluator.policy();
        this.reached = reached;
    }

    List<Item> items() {
        policy.rules().stream().sorted(ORDER).forEach(this::rule);
        policy.tables().values().forEach(table -> table.rows().forEach(row -> row(table, row)));
        prospects();
        return items;
    }

    private void rule(Rule rule) {
        Set<LocalDate> days = reached.days(rule);
        items.add(new Item(Kind.RULE, rule.place().file(), rule.place().line(), rule.name(), !days.isEmpty()));
        edges(rule.place().file(), rule.place().line(), rule.name(), rule.from(), rule.until(), days);
    }

    private void row(Table table, Table.Row row) {
        String name = row.fact().prefix().substring(row.fact().prefix().indexOf('#') + 1);
        Set<LocalDate> days = reached.days(row.fact());
        items.add(new Item(Kind.ROW, table.file(), row.line(), name, !days.isEmpty()));
        if (table.type().dated()) {
            edges(table.file(), row.line(), name, day(row, "from"), day(row, "until"), days);
        }
    }

    private static Optional<LocalDate> day(Table.Row row, String field) {
        return Optional.ofNullable((LocalDate) row.fact().value(field));
    }

    /** @param until the first day out of force */
    private void edges(String file, int line, String name, Optional<LocalDate> from, Optional<LocalDate> until, Set<LocalDate> days) {
        from.ifPresent(first -> items.add(new Item(Kind.EDGE, file, line, name + ": first day, " + first, days.contains(first))));
        until.map(end -> end.minusDays(1)).ifPresent(last -> items.add(new Item(Kind.EDGE, file, line, name + ": last day, " + last, days.contains(last))));
    }

    private void prospects() {
        Map<String, Set<Status>> statuses = new TreeMap<>();
        Map<String, Set<Outcome>> outcomes = new TreeMap<>();
        List<Prospect> all = changes().parallelStream().flatMap(day -> policy.readings().stream().map(reading -> evaluator.prospect(day, reading))).toList();
        all.forEach(one -> {
            one.statuses().forEach((id, some) -> statuses.computeIfAbsent(id, any -> EnumSet.noneOf(Status.class)).addAll(some));
            one.outcomes().forEach((id, some) -> outcomes.computeIfAbsent(id, any -> EnumSet.noneOf(Outcome.class)).addAll(some));
        });
        Map<String, String> files = files();
        statuses.keySet().removeAll(outcomes.keySet());
        statuses.forEach((id, some) -> some.forEach(status ->
                items.add(new Item(Kind.STATUS, files.getOrDefault(id, "requirements.yaml"), 0, id + ": " + status, reached.statuses(id).contains(status)))));
        outcomes.forEach((id, some) -> some.forEach(outcome ->
                items.add(new Item(Kind.OUTCOME, QUESTIONS, 0, id + ": " + outcome, reached.outcomes(id).contains(outcome)))));
    }

    /** Every day on which a rule or row comes into force or goes out of it, and the one before them all. */
    private Set<LocalDate> changes() {
        TreeSet<LocalDate> days = new TreeSet<>();
        policy.rules().forEach(rule -> Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add));
        policy.tables().values().stream().filter(table -> table.type().dated()).flatMap(table -> table.rows().stream())
                .forEach(row -> Stream.of(day(row, "from"), day(row, "until")).flatMap(Optional::stream).forEach(days::add));
        days.add(days.isEmpty() ? LocalDate.EPOCH : days.first().minusDays(1));
        return days;
    }

    /** The file of the first rule about each requirement. */
    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Rule rule : policy.rules()) {
            for (String id : rule.all("requirement")) {
                Pattern shape = Ids.shape(id);
                policy.requirements().keySet().stream().filter(known -> shape.matcher(known).matches())
                        .forEach(known -> files.merge(known, rule.place().file(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
            }
        }
        return files;
    }
}
