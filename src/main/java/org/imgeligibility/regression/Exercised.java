package org.imgeligibility.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imgeligibility.evaluation.Evaluator;

/** Which cases exercise each rule: those whose questions it bears on. Safe for use by many threads. */
public final class Exercised {

    private final Evaluator evaluator;
    private final Map<String, Set<String>> rules = new HashMap<>();

    public Exercised(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Takes a case in, at the cost of an evaluation without explanations. */
    public void add(Fixture fixture) {
        Set<String> reached = new TreeSet<>();
        Reached.trace(evaluator, fixture).matches().forEach(match -> reached.add(match.rule().name()));
        synchronized (rules) {
            rules.put(fixture.name(), reached);
        }
    }

    /** The names of the cases by rule; the first are those that few other rules bear on. */
    public Map<String, List<String>> byRule() {
        Map<String, List<String>> cases = new TreeMap<>();
        synchronized (rules) {
            rules.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Set<String>> one) -> one.getValue().size()).thenComparing(Map.Entry::getKey))
                    .forEach(one -> one.getValue().forEach(rule -> cases.computeIfAbsent(rule, any -> new ArrayList<>()).add(one.getKey())));
        }
        return cases;
    }
}
