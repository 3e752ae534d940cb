package org.imgeligibility.verdict;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.imgeligibility.rulebase.Requirement.Combine;

/**
 * Finds the facts that could still change what a question comes to: those an undecided leaf waits for, when some
 * status of the leaf, with some statuses of the other undecided leaves, gives another outcome.
 *
 * <p>A requirement that stands in two places is taken as two here, so in rare shapes a fact may be named that
 * changes nothing; none that matters is left out.
 */
final class Missing {

    /** Two values of a node that differ by the status of one leaf alone. */
    private record Swing(Standing from, Standing to) {
    }

    private final Map<Node, Set<Standing>> possible = new HashMap<>();
    private final Map<Node, Set<Node>> undecided = new HashMap<>();
    private final Map<Node, Map<Node, Set<Swing>>> known = new HashMap<>();

    /** The paths of the missing facts of a question. */
    Set<String> of(Node question) {
        Set<String> paths = new TreeSet<>();
        undecided(question).stream().filter(leaf -> !paths.containsAll(leaf.opening().waits()))
                .filter(leaf -> !swings(question, leaf).isEmpty())
                .forEach(leaf -> paths.addAll(leaf.opening().waits()));
        return paths;
    }

    /** The undecided leaves under a node, in the order of the document. */
    private Set<Node> undecided(Node node) {
        Set<Node> found = undecided.get(node);
        if (found == null) {
            found = new LinkedHashSet<>();
            if (!node.opening().waits().isEmpty()) {
                found.add(node);
            }
            for (Node.Condition condition : node.conditions()) {
                found.addAll(undecided(condition.node()));
            }
            for (Node.Member member : node.members()) {
                found.addAll(undecided(member.node()));
                member.guard().map(this::undecided).ifPresent(found::addAll);
            }
            undecided.put(node, found);
        }
        return found;
    }

    /** The values a node can come to, its conditions included. */
    Set<Standing> possible(Node node) {
        Set<Standing> known = possible.get(node);
        if (known == null) {
            known = joined(statuses(node), exclusions(node));
            possible.put(node, known);
        }
        return known;
    }

    private static Set<Standing> joined(Set<Standing> statuses, Set<Standing> exclusions) {
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        statuses.forEach(status -> exclusions.forEach(exclusion -> all.add(Node.standing(status.status(), exclusion.status()))));
        return all;
    }

    /** The values a node can come to, its conditions left aside. */
    Set<Standing> statuses(Node node) {
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        if (node.isLeaf()) {
            node.possible().forEach(status -> all.add(Standing.of(status)));
        } else {
            folded(node, node.members()).forEach(value -> all.add(Standing.finish(node.requirement().combine(), value)));
        }
        return all;
    }

    private Set<Standing> folded(Node node, List<Node.Member> members) {
        Set<Standing> values = EnumSet.of(Standing.LEFT_OUT);
        for (Node.Member member : members) {
            values = Standing.fold(node.requirement().combine(), values, possible(member));
        }
        return values;
    }

    private Set<Standing> exclusions(Node node) {
        Set<Standing> values = EnumSet.of(Standing.BARRED);
        for (Node.Condition condition : node.conditions()) {
            values = Standing.fold(Combine.ANY, values, statuses(condition.node()));
        }
        return values;
    }

    private Set<Standing> possible(Node.Member member) {
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        possible(member.node()).forEach(own -> guards(member).forEach(guard -> all.add(Node.Member.guarded(own, guard.orElse(null), member.unless()))));
        return all;
    }

    private Set<Optional<Status>> guards(Node.Member member) {
        Set<Optional<Status>> guards = new HashSet<>();
        member.guard().ifPresentOrElse(guard -> statuses(guard).forEach(value -> guards.add(Optional.of(value.status()))), () -> guards.add(Optional.empty()));
        return guards;
    }

    /** How the value of a node can swing with one leaf, everything else held still. */
    private Set<Swing> swings(Node node, Node leaf) {
        if (!undecided(node).contains(leaf)) {
            return Set.of();
        }
        Map<Node, Set<Swing>> ofLeaf = known.computeIfAbsent(leaf, any -> new HashMap<>());
        Set<Swing> earlier = ofLeaf.get(node);
        if (earlier != null) {
            return earlier;
        }
        Set<Swing> all = new HashSet<>();
        for (Swing swing : statusSwings(node, leaf)) {
            exclusions(node).forEach(exclusion -> add(all, Node.standing(swing.from().status(), exclusion.status()), Node.standing(swing.to().status(), exclusion.status())));
        }
        for (Node.Condition condition : node.conditions()) {
            for (Swing swing : statusSwings(condition.node(), leaf)) {
                statuses(node).forEach(status -> add(all, Node.standing(status.status(), swing.from().status()), Node.standing(status.status(), swing.to().status())));
            }
        }
        ofLeaf.put(node, all);
        return all;
    }

    private Set<Swing> statusSwings(Node node, Node leaf) {
        if (!undecided(node).contains(leaf)) {
            return Set.of();
        }
        Set<Swing> all = new HashSet<>();
        if (node == leaf) {
            node.possible().forEach(from -> node.possible().forEach(to -> add(all, Standing.of(from), Standing.of(to))));
        }
        Combine combine = node.requirement().combine();
        for (Node.Member member : node.members()) {
            List<Node.Member> others = node.members().stream().filter(other -> other != member).toList();
            Set<Swing> swings = memberSwings(member, leaf);
            for (Standing rest : swings.isEmpty() ? Set.<Standing>of() : folded(node, others)) {
                swings.forEach(swing -> add(all, Standing.finish(combine, Standing.fold(combine).apply(swing.from(), rest)),
                        Standing.finish(combine, Standing.fold(combine).apply(swing.to(), rest))));
            }
        }
        return all;
    }

    private Set<Swing> memberSwings(Node.Member member, Node leaf) {
        Set<Swing> all = new HashSet<>();
        for (Swing swing : swings(member.node(), leaf)) {
            guards(member).forEach(guard -> add(all, Node.Member.guarded(swing.from(), guard.orElse(null), member.unless()),
                    Node.Member.guarded(swing.to(), guard.orElse(null), member.unless())));
        }
        member.guard().ifPresent(guard -> statusSwings(guard, leaf).forEach(swing -> possible(member.node()).forEach(own ->
                add(all, Node.Member.guarded(own, swing.from().status(), member.unless()), Node.Member.guarded(own, swing.to().status(), member.unless())))));
        return all;
    }

    private static void add(Set<Swing> swings, Standing from, Standing to) {
        if (from != to) {
            swings.add(new Swing(from, to));
        }
    }
}
