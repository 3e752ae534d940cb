package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;

/**
 * What the rules concluded on one requirement. A conclusion may hang on another requirement, its guard: it counts
 * where that is met ({@code @where}) or decided otherwise ({@code @unless}). While the guard is not decided, the
 * status is known only if it is the same either way.
 */
final class Leaf {

    private final Function<String, Node> nodes;
    private final List<Finding> certain;
    private final Map<Node, List<Finding>> hanging;
    private final Set<Node> guards;
    private final Set<Node> open = new LinkedHashSet<>(0);

    private Leaf(Function<String, Node> nodes) {
        this.nodes = nodes;
        this.certain = new ArrayList<>();
        this.hanging = new LinkedHashMap<>();
        this.guards = new LinkedHashSet<>();
    }

    /** Nothing hangs on anything. */
    private Leaf(Function<String, Node> nodes, List<Finding> certain) {
        this.nodes = nodes;
        this.certain = certain;
        this.hanging = Map.of();
        this.guards = Set.of();
    }

    /** @param nodes the requirement of an id */
    static Leaf of(List<Finding> findings, Function<String, Node> nodes) {
        if (findings.stream().noneMatch(Finding::isGuarded)) {
            return new Leaf(nodes, findings);
        }
        Leaf leaf = new Leaf(nodes);
        findings.forEach(leaf::add);
        return leaf;
    }

    private void add(Finding finding) {
        Optional<Node> guard = guard(finding.rule());
        if (guard.filter(node -> node.status() == Status.UNKNOWN).isPresent()) {
            hanging.computeIfAbsent(guard.get(), any -> new ArrayList<>()).add(finding);
            open.add(guard.get());
        } else if (guard.isEmpty() || counts(finding.rule(), guard.get().status() == Status.MET)) {
            certain.add(finding);
            guard.ifPresent(guards::add);
        }
    }

    private Optional<Node> guard(Rule rule) {
        return rule.one("where").or(() -> rule.one("unless")).map(nodes);
    }

    private static boolean counts(Rule rule, boolean met) {
        return rule.all("unless").isEmpty() == met;
    }

    /** Whether a rule that has not matched yet could still count. */
    boolean admits(Rule rule) {
        Optional<Node> guard = guard(rule);
        boolean admitted = guard.isEmpty() || guard.get().status() == Status.UNKNOWN || counts(rule, guard.get().status() == Status.MET);
        guard.filter(node -> admitted && node.status() == Status.UNKNOWN).ifPresent(open::add);
        return admitted;
    }

    /** What it comes to in each way the open guards can turn out. */
    private Set<Status> worlds() {
        if (hanging.isEmpty()) {
            return EnumSet.of(worst(certain));
        }
        Set<Status> worlds = EnumSet.noneOf(Status.class);
        List<List<Finding>> ways = new ArrayList<>(List.of(certain));
        hanging.forEach((guard, findings) -> {
            List<List<Finding>> both = new ArrayList<>();
            for (List<Finding> way : ways) {
                for (boolean met : new boolean[] {true, false}) {
                    List<Finding> one = new ArrayList<>(way);
                    findings.stream().filter(finding -> counts(finding.rule(), met)).forEach(one::add);
                    both.add(one);
                }
            }
            ways.clear();
            ways.addAll(both);
        });
        ways.forEach(way -> worlds.add(worst(way)));
        return worlds;
    }

    private static Status worst(List<Finding> findings) {
        Status worst = findings.isEmpty() ? Status.UNKNOWN : Status.MET;
        for (Finding finding : findings) {
            worst = worst.orWorse(finding.status());
        }
        return worst;
    }

    Status status() {
        if (hanging.isEmpty()) {
            return worst(certain);
        }
        Set<Status> worlds = worlds();
        return worlds.size() == 1 ? worlds.iterator().next() : Status.UNKNOWN;
    }

    /** What could still be concluded: by the forecast, and by the guards that are not decided. */
    Node.Opening opening(Forecast forecast, Missing missing, String id) {
        if (status() != Status.UNKNOWN) {
            return Node.Opening.NONE;
        }
        Node.Opening own = forecast.of(id, this::admits);
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        statuses.addAll(own.statuses());
        statuses.addAll(worlds());
        Set<String> waits = new TreeSet<>(own.waits());
        open.forEach(guard -> waits.addAll(missing.of(guard)));
        return new Node.Opening(statuses, waits);
    }

    /** What counts; where the status is the same either way and nothing else says so, what hangs on the open guards. */
    List<Finding> findings() {
        Status status = status();
        if (status == Status.UNKNOWN || hanging.isEmpty() || certain.stream().anyMatch(finding -> finding.status() == status)) {
            return certain;
        }
        return Stream.concat(certain.stream(), hanging.values().stream().flatMap(List::stream).filter(finding -> finding.status() == status)).sorted(Finding.ORDER).toList();
    }

    List<Node> guards() {
        return List.copyOf(guards);
    }
}
