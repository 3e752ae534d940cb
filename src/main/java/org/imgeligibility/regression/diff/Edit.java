package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.mutation.Deciding;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/** Which rules can find something else after an edit, and of whom. */
final class Edit {

    /** A rule on both sides, as far as it stands there. */
    record Versions(Optional<Rule> from, Optional<Rule> to) {

        Stream<Rule> both() {
            return Stream.of(from, to).flatMap(Optional::stream);
        }
    }

    /** What may come out otherwise for an applicant: nothing, some requirements and classifications, or all. */
    record Touched(Set<String> ids, boolean all) {

        boolean isNothing() {
            return ids.isEmpty() && !all;
        }
    }

    private final Side from;
    private final Side to;
    private final List<Versions> concerned = new ArrayList<>();
    private final Set<String> combinedOtherwise = new TreeSet<>();
    private final Set<LocalDate> days = new TreeSet<>();

    Edit(Side from, Side to, List<Change> changes) {
        this.from = from;
        this.to = to;
        Set<String> names = changes.stream().filter(change -> change.kind() == Element.Kind.RULE).map(Change::name).collect(Collectors.toSet());
        Set<String> types = changes.stream().flatMap(this::types).collect(Collectors.toSet());
        Map<String, Rule> before = rules(from);
        Map<String, Rule> after = rules(to);
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                .map(name -> new Versions(Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                .filter(rule -> rule.both().anyMatch(one -> names.contains(one.name()) || one.patterns().stream().anyMatch(pattern -> types.contains(pattern.type().name()))))
                .forEach(concerned::add);
        from.policy().requirements().forEach((id, one) -> Optional.ofNullable(to.policy().requirements().get(id)).filter(other -> other.combine() != one.combine())
                .ifPresent(other -> combinedOtherwise.add(id)));
        concerned.stream().filter(rule -> rule.both().anyMatch(one -> names.contains(one.name()))).flatMap(Versions::both)
                .forEach(rule -> Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add));
        rowDays();
    }

    private static Map<String, Rule> rules(Side side) {
        return side.policy().rules().stream().filter(Deciding::decides).collect(Collectors.toMap(Rule::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The types whose instances may be others than before. */
    private Stream<String> types(Change change) {
        Stream<Policy> policies = Stream.of(from.policy(), to.policy());
        return switch (change.kind()) {
            case ROW -> policies.flatMap(policy -> policy.tables().values().stream()).filter(table -> table.file().equals(change.file())).map(table -> table.type().name());
            case FACT -> policies.flatMap(policy -> policy.vocabulary().section(change.name().substring(0, change.name().indexOf('.'))).stream()).map(section -> section.typeName());
            default -> Stream.of();
        };
    }

    /** The days that stand in rows of one side alone. */
    private void rowDays() {
        Set<Map<String, Object>> before = rows(from);
        Set<Map<String, Object>> after = rows(to);
        Stream.concat(before.stream().filter(row -> !after.contains(row)), after.stream().filter(row -> !before.contains(row))).flatMap(row -> row.values().stream())
                .filter(LocalDate.class::isInstance).forEach(day -> days.add((LocalDate) day));
    }

    private static Set<Map<String, Object>> rows(Side side) {
        return side.policy().tables().values().stream().map(Table::rows).flatMap(List::stream).map(row -> row.fact().values()).collect(Collectors.toSet());
    }

    /** The days on which what was edited begins or ends, each with its eve. */
    List<LocalDate> days() {
        return days.stream().flatMap(day -> Stream.of(day.minusDays(1), day)).distinct().toList();
    }

    /** The rules of a side that find something else, for whoever looks for applicants who show it. */
    List<Rule> rules(Function<Versions, Optional<Rule>> side) {
        return concerned.stream().map(side).flatMap(Optional::stream).toList();
    }

    /** What may come out otherwise for an applicant; all else is the same on both sides. */
    Touched touched(Applicant applicant) {
        Map<Type, List<Instance>> before = from.instances(from.known(applicant.facts()), applicant.asOf());
        Map<Type, List<Instance>> after = to.instances(to.known(applicant.facts()), applicant.asOf());
        Set<Finds> differing = new HashSet<>();
        for (Versions rule : concerned) {
            Set<Finds> old = rule.from().map(one -> Finds.of(from, one, applicant, before)).orElse(Set.of());
            Set<Finds> now = rule.to().map(one -> Finds.of(to, one, applicant, after)).orElse(Set.of());
            old.stream().filter(one -> !now.contains(one)).forEach(differing::add);
            now.stream().filter(one -> !old.contains(one)).forEach(differing::add);
        }
        Set<String> ids = new TreeSet<>(combinedOtherwise);
        differing.forEach(one -> ids.addAll(one.about()));
        return new Touched(ids, differing.stream().anyMatch(one -> one.about().isEmpty()));
    }
}
