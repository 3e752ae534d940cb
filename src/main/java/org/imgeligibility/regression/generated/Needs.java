package org.imgeligibility.regression.generated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Ids;
import org.imgeligibility.rulebase.language.Rule;

/** Which rules can conclude on a requirement, and which requirements an answer can come to depend on. */
public final class Needs {

    private static final Pattern VALUE = Pattern.compile("\\{[^}]*}");
    private static final List<String> OTHERS = List.of("requires", "where", "unless");

    private final Policy policy;
    private final Map<String, List<Rule>> rules = new TreeMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, Set<String>> closures = new ConcurrentHashMap<>();

    public Needs(Policy policy) {
        this.policy = policy;
        policy.rules().forEach(rule -> rule.all("requirement").forEach(id -> ids(id).forEach(found -> add(rule, id, found))));
    }

    private void add(Rule rule, String written, String id) {
        rules.computeIfAbsent(id, any -> new ArrayList<>()).add(rule);
        Set<String> others = needs.computeIfAbsent(id, any -> new LinkedHashSet<>());
        needed(rule, written, id).forEach(others::add);
    }

    /** The requirements that the rule names beside its own, the values in its own filled in. */
    private Stream<String> needed(Rule rule, String written, String id) {
        Map<String, String> values = new HashMap<>();
        Matcher shape = Ids.shape(written).matcher(id);
        Matcher value = VALUE.matcher(written);
        for (int at = 1; shape.matches() && value.find(); at++) {
            values.put(value.group(), shape.group(at));
        }
        return OTHERS.stream().flatMap(name -> rule.all(name).stream()).flatMap(other -> {
            String filled = other;
            for (Map.Entry<String, String> one : values.entrySet()) {
                filled = filled.replace(one.getKey(), one.getValue());
            }
            return ids(filled);
        });
    }

    private Stream<String> ids(String written) {
        if (written.indexOf('{') < 0) {
            return Stream.of(written);
        }
        Pattern shape = Ids.shape(written);
        return policy.requirements().keySet().stream().filter(known -> shape.matcher(known).matches());
    }

    /** A requirement and all that it can depend on. */
    public Set<String> of(String requirement) {
        return closures.computeIfAbsent(requirement, this::closure);
    }

    private Set<String> closure(String requirement) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(requirement));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (seen.add(id)) {
                open.addAll(needs.getOrDefault(id, Set.of()));
            }
        }
        return seen;
    }

    /** Every rule that names a requirement as its own. */
    public List<Rule> rules(String requirement) {
        return rules.getOrDefault(requirement, List.of());
    }
}
