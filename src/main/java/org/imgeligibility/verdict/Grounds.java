package org.imgeligibility.verdict;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imgeligibility.rulebase.Requirement.Combine;

/**
 * The facts that an outcome rests on: with these alone it is the same. Beside the facts of the deciding leaves these
 * are the facts by which the question, and each requirement in it, is for this person at all.
 */
final class Grounds {

    private final Map<String, Object> facts = new TreeMap<>();
    private final Set<Node> questions = new HashSet<>();
    private final Set<Node> statuses = new HashSet<>();

    private Grounds() {
    }

    /** The values by path, in the order of paths; nothing where the question is not decided. */
    static Map<String, Object> of(Node question) {
        Grounds grounds = new Grounds();
        if (question.standing() != Standing.UNKNOWN) {
            grounds.question(question);
        }
        return grounds.facts;
    }

    private void question(Node node) {
        if (!questions.add(node)) {
            return;
        }
        boolean excluded = node.exclusion() == Status.MET;
        for (Node.Condition condition : node.conditions()) {
            if (!excluded || condition.node().status() == Status.MET) {
                facts.putAll(condition.rule().facts());
                status(condition.node());
            }
        }
        if (!excluded) {
            status(node);
        }
    }

    private void status(Node node) {
        if (!statuses.add(node)) {
            return;
        }
        for (Finding reason : node.reasons()) {
            facts.putAll(reason.facts());
        }
        node.guards().forEach(this::status);
        for (Node.Member member : node.members()) {
            if (isNeeded(node, member)) {
                member(member);
            }
        }
    }

    /** One obstacle settles "all" and one way "any" and "none"; the other way round it takes every member. */
    private static boolean isNeeded(Node set, Node.Member member) {
        Combine combine = set.requirement().combine();
        boolean everyone = combine == Combine.ANY ? set.status() != Status.MET : set.status() == Status.MET;
        return everyone || member.standing() == (combine == Combine.NONE ? Standing.MET : Standing.of(set.status()));
    }

    /** What is met as it is counts the same whether it is asked or not. */
    private void member(Node.Member member) {
        facts.putAll(member.rule().facts());
        Standing own = member.node().standing();
        boolean asked = member.guard().filter(guard -> (guard.status() == Status.MET) == member.unless()).isEmpty();
        if (own == Standing.MET || own == Standing.LEFT_OUT || asked) {
            question(member.node());
        }
        if (own != Standing.MET && own != Standing.LEFT_OUT) {
            member.guard().ifPresent(this::status);
        }
    }
}
