package org.imgeligibility.secondopinion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Field;
import org.imgeligibility.facts.Section;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Table;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Pattern;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;

/**
 * Matches rules by trying every fact for every pattern, one pattern after the other: slow, and with nothing in common
 * with the engine but the parsed rules.
 */
final class PlainMatcher {

    private final Policy policy;

    PlainMatcher(Policy policy) {
        this.policy = policy;
    }

    /** A rule and the paths of the facts that matched it, in the order of its patterns. */
    record Found(String rule, List<String> facts) {
    }

    /** What is the same for everybody on a day: the day and the table rows that exist on it. */
    Map<String, List<Instance>> common(LocalDate day) {
        Map<String, List<Instance>> facts = new HashMap<>();
        for (Type type : policy.types().byName().values()) {
            if (type.kind() == Type.Kind.DAY) {
                facts.put(type.name(), List.of(new Instance(type, "the day", Map.of(type.fields().get(0).name(), day))));
            } else if (type.kind() == Type.Kind.TABLE) {
                facts.put(type.name(), policy.tables().get(type.name()).rows().stream().map(Table.Row::fact).filter(row -> !type.dated() || isInForce(row, day)).toList());
            }
        }
        return facts;
    }

    private static boolean isInForce(Instance row, LocalDate day) {
        LocalDate from = row.value("from") instanceof LocalDate first ? first : LocalDate.MIN;
        LocalDate until = row.value("until") instanceof LocalDate end ? end : LocalDate.MAX;
        return !from.isAfter(day) && until.isAfter(day);
    }

    /** One fact for every section, and for every entry a list can have, whatever is known of it. */
    Map<String, List<Instance>> own(Facts facts) {
        Map<String, List<Instance>> own = new HashMap<>();
        for (Section section : policy.vocabulary().sections()) {
            Type type = policy.types().type(section.typeName()).orElseThrow();
            own.put(type.name(), section.prefixes().stream().map(prefix -> new Instance(type, prefix, entry(section, prefix, facts.values()))).toList());
        }
        return own;
    }

    private static Map<String, Object> entry(Section section, String prefix, Map<String, Object> values) {
        Map<String, Object> entry = new HashMap<>();
        values.forEach((path, value) -> {
            if (path.startsWith(prefix + "/")) {
                entry.put(path.substring(prefix.length() + 1), value);
            }
        });
        section.key().ifPresent(key -> entry.put(key.name(), prefix.split("/")[2]));
        for (Field field : section.fields()) {
            field.implied().filter(implied -> implied.choice().equals(entry.get(implied.by()))).ifPresent(implied -> entry.putIfAbsent(field.name(), implied.value()));
        }
        return entry;
    }

    /** @throws IllegalStateException where a rule matches the same facts twice, which no order of trying can do */
    static Set<Found> matches(List<Rule> rules, Map<String, List<Instance>> facts) {
        Set<Found> found = new HashSet<>();
        rules.forEach(rule -> match(rule, facts, new ArrayList<>(), found));
        return found;
    }

    private static void match(Rule rule, Map<String, List<Instance>> facts, List<Instance> matched, Set<Found> found) {
        if (matched.size() == rule.patterns().size()) {
            if (!found.add(found(rule, matched))) {
                throw new IllegalStateException("two facts share a path: " + found(rule, matched));
            }
            return;
        }
        Pattern pattern = rule.patterns().get(matched.size());
        for (Instance fact : facts.get(pattern.type().name())) {
            matched.add(fact);
            if (pattern.constraints().stream().allMatch(new PlainReading(matched)::holds)) {
                match(rule, facts, matched, found);
            }
            matched.remove(matched.size() - 1);
        }
    }

    /** Named as the engine's own match of these facts is. */
    static Found found(Rule rule, List<Instance> matched) {
        return new Found(rule.name(), matched.stream().map(fact -> fact.type().kind() == Type.Kind.DAY ? "the day" : fact.prefix()).toList());
    }
}
