package org.imgeligibility.verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which leaves decide a question: within a set those with the worst status, among alternatives those with the best.
 *
 * @param leaves in the order of the document
 * @param rules  the rules that make these leaves count
 */
record Deciding(Set<Node> leaves, Set<Finding> rules) {

    static Deciding of(Node question) {
        Deciding deciding = new Deciding(new LinkedHashSet<>(), new LinkedHashSet<>());
        deciding.question(question);
        return deciding;
    }

    private void question(Node node) {
        Status exclusion = node.exclusion();
        if (exclusion == Status.BARRED || exclusion == Status.NOT_YET) {
            status(node);
            return;
        }
        node.conditions().stream().filter(condition -> condition.node().status() == exclusion).forEach(condition -> {
            rules.add(condition.rule());
            status(condition.node());
        });
    }

    private void status(Node node) {
        if (node.isLeaf()) {
            leaves.add(node);
            node.guards().forEach(guard -> rules.addAll(of(guard).reasons().toList()));
            return;
        }
        List<Node.Member> shown = node.members().stream().filter(Node.Member::isShown).toList();
        if (shown.isEmpty()) {
            node.members().forEach(this::guard);
        }
        shown.stream().filter(member -> decides(node, member)).forEach(this::member);
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

    /** What was found of the deciding leaves. */
    Stream<Finding> reasons() {
        return leaves.stream().flatMap(Node::reasons);
    }

    /** All that an outcome rests on: what was found, and why it counts. */
    Stream<Finding> grounds() {
        return Stream.concat(reasons(), rules.stream());
    }
}
