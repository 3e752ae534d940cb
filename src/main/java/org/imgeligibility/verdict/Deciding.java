package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which leaves decide a question: within a set those with the worst status, among alternatives those with the best.
 *
 * @param leaves in the order of the document
 * @param rules  the rules that make these leaves count
 * @param sets   gone through already: each once, in however many ways it belongs to the question
 */
record Deciding(Set<Node> leaves, Set<Finding> rules, Set<Node> sets) {

    static Deciding of(Node question) {
        Deciding deciding = new Deciding(new LinkedHashSet<>(), new LinkedHashSet<>(), new HashSet<>());
        deciding.question(question);
        return deciding;
    }

    private void question(Node node) {
        Status exclusion = node.exclusion();
        if (exclusion == Status.BARRED || exclusion == Status.NOT_YET) {
            status(node);
            return;
        }
        for (Node.Condition condition : node.conditions()) {
            if (condition.node().status() == exclusion) {
                rules.add(condition.rule());
                status(condition.node());
            }
        }
    }

    private void status(Node node) {
        if (node.isLeaf() ? !leaves.add(node) : !sets.add(node)) {
            return;
        } else if (node.isLeaf()) {
            node.guards().forEach(guard -> rules.addAll(of(guard).reasons()));
            return;
        }
        boolean shown = false;
        for (Node.Member member : node.members()) {
            if (member.isShown()) {
                shown = true;
                if (decides(node, member)) {
                    member(member);
                }
            }
        }
        if (!shown) {
            node.members().forEach(this::guard);
        }
    }

    private static boolean decides(Node node, Node.Member member) {
        Standing own = member.standing();
        return switch (node.requirement().combine()) {
            case ALL, ANY -> own == Standing.of(node.status());
            case NONE -> node.status() == Status.MET || own == (node.status() == Status.BARRED ? Standing.MET : Standing.UNKNOWN);
        };
    }

    private void member(Node.Member member) {
        rules.add(member.rule());
        if (member.standing() == member.node().standing()) {
            question(member.node());
        } else {
            guard(member);
        }
    }

    private void guard(Node.Member member) {
        rules.add(member.rule());
        member.guard().ifPresentOrElse(this::status, () -> question(member.node()));
    }

    /** Of the deciding leaves. */
    List<String> ids() {
        List<String> ids = new ArrayList<>(leaves.size());
        leaves.forEach(leaf -> ids.add(leaf.id()));
        return ids;
    }

    /** What was found of the deciding leaves. */
    List<Finding> reasons() {
        List<Finding> reasons = new ArrayList<>();
        leaves.forEach(leaf -> reasons.addAll(leaf.reasons()));
        return reasons;
    }

    /** All that an outcome rests on: what was found, and why it counts. */
    List<Finding> grounds() {
        List<Finding> grounds = reasons();
        grounds.addAll(rules);
        return grounds;
    }
}
