package org.imgeligibility.regression.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.Section;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.mutation.Deciding;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Pattern;
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
    private final Set<Instance> edited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> written;
    private final Set<String> sections;

    Edit(Side from, Side to, List<Change> changes) {
        this.from = from;
        this.to = to;
        Set<String> names = changes.stream().filter(change -> change.kind() == Element.Kind.RULE).map(Change::name).collect(Collectors.toSet());
        this.written = names;
        this.sections = changes.stream().filter(change -> change.kind() == Element.Kind.FACT).flatMap(this::types).collect(Collectors.toSet());
        List<Instance> rows = Stream.concat(alone(from, to), alone(to, from)).toList();
        edited.addAll(rows);
        Map<String, Rule> before = rules(from);
        Map<String, Rule> after = rules(to);
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct()
                .map(name -> new Versions(Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                .filter(rule -> rule.both().anyMatch(one -> names.contains(one.name()) || one.patterns().stream().anyMatch(pattern -> sections.contains(pattern.type().name())) || reads(one, rows)))
                .forEach(concerned::add);
        from.policy().requirements().forEach((id, one) -> Optional.ofNullable(to.policy().requirements().get(id)).filter(other -> other.combine() != one.combine())
                .ifPresent(other -> combinedOtherwise.add(id)));
        concerned.stream().filter(rule -> rule.both().anyMatch(one -> names.contains(one.name()))).flatMap(Versions::both)
                .forEach(rule -> Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add));
        rows.stream().flatMap(row -> row.values().values().stream()).filter(LocalDate.class::isInstance).forEach(day -> days.add((LocalDate) day));
    }

    private static Map<String, Rule> rules(Side side) {
        return side.policy().rules().stream().filter(Deciding::decides).collect(Collectors.toMap(Rule::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The sections whose facts may be read otherwise than before. */
    private Stream<String> types(Change change) {
        return Stream.of(from.policy(), to.policy()).flatMap(policy -> policy.vocabulary().section(change.name().substring(0, change.name().indexOf('.'))).stream()).map(Section::typeName);
    }

    /** The rows of one side that the other does not have. */
    private static Stream<Instance> alone(Side side, Side other) {
        return side.policy().tables().entrySet().stream().flatMap(table -> {
            Set<Map<String, Object>> others = Optional.ofNullable(other.policy().tables().get(table.getKey())).map(Table::rows).orElse(List.of()).stream()
                    .map(row -> row.fact().values()).collect(Collectors.toSet());
            return table.getValue().rows().stream().map(Table.Row::fact).filter(row -> !others.contains(row.values()));
        });
    }

    /** Whether a rule can match one of some rows, by what it says of the row alone. */
    private static boolean reads(Rule rule, List<Instance> rows) {
        return IntStream.range(0, rule.patterns().size()).anyMatch(at -> rows.stream().filter(row -> row.type().equals(rule.patterns().get(at).type()))
                .anyMatch(row -> rule.patterns().get(at).constraints().stream().filter(constraint -> constraint.fields().allMatch(field -> field.pattern() == at))
                        .allMatch(constraint -> Matching.holds(constraint, Collections.nCopies(at + 1, row)))));
    }

    boolean isOfEditedRow(Instance fact) {
        return edited.contains(fact);
    }

    /** The days on which what was edited begins or ends, each with its eve. */
    List<LocalDate> days() {
        return days.stream().flatMap(day -> Stream.of(day.minusDays(1), day)).distinct().toList();
    }

    /** The rules of a side that find something else, for whoever looks for applicants who show it: those edited, or that test what was edited of a row. */
    List<Rule> rules(Function<Versions, Optional<Rule>> side) {
        List<Rule> all = concerned.stream().map(side).flatMap(Optional::stream).toList();
        List<Rule> telling = all.stream().filter(rule -> written.contains(rule.name()) || testsEdited(rule)).toList();
        return telling.isEmpty() ? all : telling;
    }

    private boolean testsEdited(Rule rule) {
        return rule.patterns().stream().flatMap(pattern -> pattern.constraints().stream()).flatMap(Expression::fields)
                .anyMatch(field -> edited.stream().anyMatch(row -> row.type().equals(rule.patterns().get(field.pattern()).type()) && isEdited(row, field.field().name())));
    }

    /** Whether a column differs from that of the same row on the other side; every column where there is none. */
    private boolean isEdited(Instance row, String column) {
        return edited.stream().filter(other -> other != row && other.prefix().equals(row.prefix())).allMatch(other -> !Objects.equals(other.value(column), row.value(column)));
    }

    /** What may come out otherwise for an applicant; all else is the same on both sides. */
    Touched touched(Applicant applicant) {
        Map<Type, List<Instance>> before = from.instances(from.known(applicant.facts()), applicant.asOf());
        Map<Type, List<Instance>> after = to.instances(to.known(applicant.facts()), applicant.asOf());
        Set<Finds> differing = new HashSet<>();
        for (Versions rule : concerned) {
            Set<Finds> old = rule.from().map(one -> Finds.of(from, one, applicant, concerning(one, before))).orElse(Set.of());
            Set<Finds> now = rule.to().map(one -> Finds.of(to, one, applicant, concerning(one, after))).orElse(Set.of());
            old.stream().filter(one -> !now.contains(one)).forEach(differing::add);
            now.stream().filter(one -> !old.contains(one)).forEach(differing::add);
        }
        Set<String> ids = new TreeSet<>(combinedOtherwise);
        differing.forEach(one -> ids.addAll(one.about()));
        return new Touched(ids, differing.stream().anyMatch(one -> one.about().isEmpty()));
    }

    /** Where a rule stands as it stood and looks for one edited table, only the rows that were edited make a difference. */
    private Map<Type, List<Instance>> concerning(Rule rule, Map<Type, List<Instance>> instances) {
        List<Type> types = rule.patterns().stream().map(Pattern::type).filter(type -> edited.stream().anyMatch(row -> row.type().equals(type))).toList();
        boolean facts = rule.patterns().stream().anyMatch(pattern -> sections.contains(pattern.type().name()));
        if (written.contains(rule.name()) || types.size() != 1 || facts) {
            return instances;
        }
        Map<Type, List<Instance>> fewer = new HashMap<>(instances);
        fewer.computeIfPresent(types.get(0), (type, rows) -> rows.stream().filter(edited::contains).toList());
        return fewer;
    }
}
