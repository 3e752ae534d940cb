package org.imgeligibility.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Section;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/**
 * Which cases an edit can bring to something else: those for which a rule that was edited, or that reads an edited row,
 * finds something else, or could, of a requirement that the case's questions hang on. Sentences and citations do not
 * count, since no case speaks of them.
 */
final class Concern {

    private static final Set<String> SHOWN_ONLY = Set.of("says", "next", "source", "confidence");

    private final Sight before;
    private final Sight after;
    private final List<Versions> rules = new ArrayList<>();
    private final Set<String> definitions = new TreeSet<>();
    private final boolean sameWords;

    /** @param edited whether the rule itself, or a fact it tests, is another than before */
    private record Versions(Optional<Rule> before, Optional<Rule> after, boolean edited) {

        Rule any() {
            return before.or(() -> after).orElseThrow();
        }
    }

    Concern(Policy before, Policy after) {
        Set<Instance> rows = Stream.concat(alone(before, after), alone(after, before)).collect(Collectors.toSet());
        Set<String> sections = Stream.concat(sections(before, after), sections(after, before)).collect(Collectors.toSet());
        this.sameWords = sections.isEmpty();
        this.before = new Sight(before, rows);
        this.after = new Sight(after, rows);
        Map<String, Rule> old = byName(before);
        Map<String, Rule> now = byName(after);
        Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct().forEach(name -> {
            Optional<Rule> was = Optional.ofNullable(old.get(name));
            Optional<Rule> is = Optional.ofNullable(now.get(name));
            boolean edited = !Objects.equals(was.map(Concern::meaning), is.map(Concern::meaning))
                    || Stream.of(was, is).flatMap(Optional::stream).flatMap(rule -> rule.patterns().stream()).anyMatch(pattern -> sections.contains(pattern.type().name()));
            if (edited || Stream.of(was, is).flatMap(Optional::stream).anyMatch(rule -> Sight.reads(rule, rows))) {
                rules.add(new Versions(was, is, edited));
            }
        });
        before.requirements().forEach((id, one) -> Optional.ofNullable(after.requirements().get(id)).filter(other -> !combining(one).equals(combining(other))).ifPresent(other -> definitions.add(id)));
        before.questions().forEach((id, one) -> Optional.ofNullable(after.questions().get(id)).filter(other -> !one.reading().equals(other.reading())).ifPresent(other -> definitions.add(id)));
    }

    private static Map<String, Rule> byName(Policy policy) {
        return policy.rules().stream().collect(Collectors.toMap(Rule::name, rule -> rule, (one, other) -> one, TreeMap::new));
    }

    /** What of a rule can change a verdict. */
    private static List<Object> meaning(Rule rule) {
        Map<String, List<String>> metadata = new HashMap<>(rule.metadata());
        metadata.keySet().removeAll(SHOWN_ONLY);
        return List.of(rule.word(), metadata, rule.from(), rule.until(), rule.patterns().stream().map(pattern -> List.of(pattern.type().name(), pattern.binding(), pattern.constraints())).toList());
    }

    private static List<Object> combining(Requirement one) {
        return List.of(one.combine(), one.unsettled().isEmpty());
    }

    private static Stream<String> sections(Policy policy, Policy other) {
        return policy.vocabulary().sections().stream().filter(section -> !other.vocabulary().sections().contains(section)).map(Section::typeName);
    }

    /** The rows of one policy that the other does not have, as far as rules read them. */
    private static Stream<Instance> alone(Policy policy, Policy other) {
        Set<List<String>> read = Stream.of(policy, other).flatMap(Sight::columns).collect(Collectors.toSet());
        return policy.tables().entrySet().stream().flatMap(table -> {
            Set<Object> others = Optional.ofNullable(other.tables().get(table.getKey())).map(Table::rows).orElse(List.of()).stream().map(row -> read(row.fact(), read)).collect(Collectors.toSet());
            return table.getValue().rows().stream().map(Table.Row::fact).filter(row -> !others.contains(read(row, read)));
        });
    }

    private static Map<String, Object> read(Instance row, Set<List<String>> columns) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.keySet().removeIf(column -> !columns.contains(List.of(row.type().name(), column)));
        return values;
    }

    /** The cases concerned, those first whose questions hang on least. */
    List<Fixture> of(List<Fixture> cases) {
        return rules.isEmpty() && definitions.isEmpty() ? List.of()
                : cases.parallelStream().filter(this::concerns).sorted(Comparator.comparing(one -> after.needs(one).size())).toList();
    }

    private boolean concerns(Fixture one) {
        Set<String> needs = needs(one);
        List<Versions> bearing = rules.stream().filter(rule -> bears(rule.any(), one) && Stream.of(rule.before(), rule.after()).flatMap(Optional::stream).anyMatch(version -> Sight.bears(version, needs))).toList();
        return definitions.stream().anyMatch(needs::contains) || !bearing.isEmpty() && differs(bearing, one, needs);
    }

    /** What the case's answers can hang on, before or after. */
    private Set<String> needs(Fixture one) {
        Set<String> was = before.needs(one);
        Set<String> is = after.needs(one);
        return was.equals(is) ? is : Stream.of(was, is).flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Whether a case can speak of what such a rule says. */
    private static boolean bears(Rule rule, Fixture one) {
        return switch (rule.word()) {
            case EVENT, CONTEXT -> one.expectations().stream().anyMatch(Fixture.Expectation::isBeside);
            case CLASSIFY -> one.expectations().stream().anyMatch(expected -> !expected.asked() && !expected.isBeside() && !expected.isRefusal());
            default -> true;
        };
    }

    private boolean differs(List<Versions> bearing, Fixture one, Set<String> needs) {
        Map<Type, List<Instance>> sections = after.sections(one);
        Map<Type, List<Instance>> was = before.instances(one, sameWords ? sections : before.sections(one));
        Map<Type, List<Instance>> is = after.instances(one, sections);
        return bearing.stream().anyMatch(rule -> !rule.before().map(version -> before.sees(version, one, was, needs, rule.edited())).orElse(Set.of())
                .equals(rule.after().map(version -> after.sees(version, one, is, needs, rule.edited())).orElse(Set.of())));
    }
}
