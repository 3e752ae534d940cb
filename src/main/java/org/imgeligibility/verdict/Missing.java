package org.imgeligibility.verdict;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imgeligibility.rulebase.Requirement.Combine;
import org.imgeligibility.verdict.Standings.Swings;

/**
 * Finds the facts that could still change what a question comes to: those an undecided leaf waits for, when some
 * status of the leaf, with some statuses of the other undecided leaves, gives another outcome.
 *
 * <p>A requirement that stands in two places is taken as two here, so in rare shapes a fact may be named that
 * changes nothing; none that matters is left out. Sets of standings are kept as bits, see {@link Standings}.
 */
final class Missing {

    /** What is known of one requirement; bits are {@link #NOT_YET} before they are. */
    static final class Known {

        private static final int NOT_YET = -1;

        private int possible = NOT_YET;
        private int statuses = NOT_YET;
        private int[] members;
        private Set<Node> undecided;
        private Map<Node, Integer> swings;
    }

    /** The paths of the missing facts of a question. */
    Set<String> of(Node question) {
        Set<String> paths = new TreeSet<>();
        if (!Standings.isSingle(possible(question))) {
            undecided(question).stream().filter(leaf -> !paths.containsAll(leaf.opening().waits())).filter(leaf -> swings(question, leaf) != 0)
                    .forEach(leaf -> paths.addAll(leaf.opening().waits()));
        }
        return paths;
    }

    /** The undecided leaves under a node, in the order of the document. */
    private Set<Node> undecided(Node node) {
        Set<Node> found = node.known().undecided;
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
                if (member.guard().isPresent()) {
                    found.addAll(undecided(member.guard().get()));
                }
            }
            node.known().undecided = found;
        }
        return found;
    }

    /** The values a node can come to, its conditions included. */
    int possible(Node node) {
        Known known = node.known();
        if (known.possible == Known.NOT_YET) {
            known.possible = Standings.excluded(statuses(node), exclusions(node));
        }
        return known.possible;
    }

    /** The values a node can come to, its conditions left aside. */
    int statuses(Node node) {
        Known known = node.known();
        if (known.statuses == Known.NOT_YET) {
            known.statuses = node.isLeaf() ? leaf(node) : Standings.finished(node.requirement().combine(), folded(node, -1));
        }
        return known.statuses;
    }

    private static int leaf(Node node) {
        int all = 0;
        for (Status status : node.possible()) {
            all |= Standings.of(Standing.of(status));
        }
        return all;
    }

    /** The values the fold over a set's members can take, one of them left out. */
    private int folded(Node node, int without) {
        Known known = node.known();
        if (known.members == null) {
            int[] own = new int[node.members().size()];
            for (int at = 0; at < own.length; at++) {
                own[at] = possible(node.members().get(at));
            }
            known.members = own;
        }
        int[] own = known.members;
        int values = Standings.of(Standing.LEFT_OUT);
        for (int at = 0; at < own.length; at++) {
            values = at == without ? values : Standings.folded(node.requirement().combine(), values, own[at]);
        }
        return values;
    }

    private int exclusions(Node node) {
        int values = Standings.of(Standing.BARRED);
        for (Node.Condition condition : node.conditions()) {
            values = Standings.folded(Combine.ANY, values, statuses(condition.node()));
        }
        return values;
    }

    private int possible(Node.Member member) {
        int own = possible(member.node());
        return member.guard().isEmpty() ? own : Standings.guarded(own, statuses(member.guard().get()), member.unless());
    }

    /** How the value of a node can swing with one leaf, everything else held still. */
    private int swings(Node node, Node leaf) {
        if (Standings.isSingle(possible(node)) || !undecided(node).contains(leaf)) {
            return 0;
        }
        if (leaf.known().swings == null) {
            leaf.known().swings = new HashMap<>();
        }
        Map<Node, Integer> ofLeaf = leaf.known().swings;
        Integer earlier = ofLeaf.get(node);
        if (earlier != null) {
            return earlier;
        }
        Swings all = new Swings();
        int exclusions = exclusions(node);
        Swings.each(statusSwings(node, leaf), (from, to) -> Standings.each(exclusions, exclusion -> all.add(Standings.excluded(from, exclusion), Standings.excluded(to, exclusion))));
        for (Node.Condition condition : node.conditions()) {
            int statuses = statuses(node);
            Swings.each(statusSwings(condition.node(), leaf), (from, to) -> Standings.each(statuses, status -> all.add(Standings.excluded(status, from), Standings.excluded(status, to))));
        }
        ofLeaf.put(node, all.bits());
        return all.bits();
    }

    private int statusSwings(Node node, Node leaf) {
        if (Standings.isSingle(statuses(node)) || !undecided(node).contains(leaf)) {
            return 0;
        }
        Swings all = new Swings();
        if (node == leaf) {
            int own = statuses(node);
            Standings.each(own, from -> Standings.each(own, to -> all.add(from, to)));
        }
        Combine combine = node.requirement().combine();
        List<Node.Member> members = node.members();
        for (int at = 0; at < members.size(); at++) {
            int swings = memberSwings(members.get(at), leaf);
            if (swings != 0) {
                Standings.each(folded(node, at), rest -> Swings.each(swings, (from, to) -> all.add(Standings.joined(combine, from, rest), Standings.joined(combine, to, rest))));
            }
        }
        return all.bits();
    }

    private int memberSwings(Node.Member member, Node leaf) {
        int own = swings(member.node(), leaf);
        if (member.guard().isEmpty()) {
            return own;
        }
        Node guard = member.guard().get();
        Swings all = new Swings();
        Swings.each(own, (from, to) -> Standings.each(statuses(guard), met -> all.add(guarded(from, met, member), guarded(to, met, member))));
        Swings.each(statusSwings(guard, leaf), (from, to) -> Standings.each(possible(member.node()), value -> all.add(guarded(value, from, member), guarded(value, to, member))));
        return all.bits();
    }

    private static Standing guarded(Standing own, Standing guard, Node.Member member) {
        return Node.Member.guarded(own, guard.status(), member.unless());
    }
}
