package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.rulebase.Requirement.Combine;

/** Builds the requirements of one applicant from what the rules found; a requirement shared by several is one node. */
final class Graph {

    private static final Once<Node.Opening> NOTHING = Once.of(Node.Opening.NONE);

    private final Outline outline;
    private final Findings findings;
    private final Forecast forecast;
    private final Missing missing = new Missing();
    private final Node[] nodes;
    private final Set<Integer> open = new LinkedHashSet<>();

    Graph(Outline outline, Findings findings, Forecast forecast) {
        this.outline = outline;
        this.findings = findings;
        this.forecast = forecast;
        this.nodes = new Node[outline.size()];
    }

    /** The paths of the facts that could still change what a question comes to. */
    Set<String> missing(Node question) {
        return missing.of(question);
    }

    /** The requirements that were asked for so far. */
    Collection<Node> asked() {
        return Arrays.stream(nodes).filter(Objects::nonNull).toList();
    }

    Missing missing() {
        return missing;
    }

    /** @throws RuleFault when requirements need each other in a circle, or an id is not defined */
    Node node(String id) {
        return node(outline.number(id));
    }

    private Node node(int number) {
        Node known = nodes[number];
        if (known != null) {
            return known;
        }
        if (!open.add(number)) {
            List<String> path = open.stream().dropWhile(one -> one != number).map(outline::id).toList();
            throw new RuleFault("Requirements need each other in a circle: " + String.join(" -> ", path) + " -> " + outline.id(number) + ".");
        }
        Node node = build(number);
        open.remove(number);
        nodes[number] = node;
        return node;
    }

    private Node build(int number) {
        String id = outline.id(number);
        Outline.Shape shape = findings.shapes(id) ? outline.shape(number, findings) : outline.shape(number);
        List<Node.Member> members = members(shape);
        List<Finding> found = findings.concluded(id, outline.shape(number).found());
        List<Node.Condition> conditions = conditions(shape);
        if (members.isEmpty()) {
            Leaf leaf = Leaf.of(found, this::node);
            return new Node(shape.requirement(), members, leaf.findings(), leaf.guards(), new Once<>(() -> leaf.opening(forecast, missing, id)), conditions, leaf.status());
        } else if (!found.isEmpty()) {
            throw new RuleFault("'" + id + "' needs other requirements (rule \"" + members.get(0).rule().rule().name()
                    + "\") and is concluded on as well (rule \"" + found.get(0).rule().name() + "\"). It can be one or the other.");
        }
        return new Node(shape.requirement(), members, List.of(), List.of(), NOTHING, conditions, combined(shape.requirement().combine(), members));
    }

    private static Status combined(Combine combine, List<Node.Member> members) {
        Standing folded = Standing.LEFT_OUT;
        for (Node.Member member : members) {
            folded = Standing.folded(combine, folded, member.standing());
        }
        return Standing.finish(combine, folded).status();
    }

    private List<Node.Member> members(Outline.Shape shape) {
        if (shape.members().isEmpty()) {
            return List.of();
        }
        List<Node.Member> members = new ArrayList<>(shape.members().size());
        for (Outline.Part part : shape.members()) {
            Optional<Node> guard = part.guard() == Outline.NONE ? Optional.empty() : Optional.of(node(part.guard()));
            members.add(new Node.Member(node(part.node()), part.rule(), guard, part.unless()));
        }
        return members;
    }

    private List<Node.Condition> conditions(Outline.Shape shape) {
        if (shape.conditions().isEmpty()) {
            return List.of();
        }
        List<Node.Condition> conditions = new ArrayList<>(shape.conditions().size());
        for (Outline.Except except : shape.conditions()) {
            conditions.add(new Node.Condition(node(except.node()), except.rule()));
        }
        return conditions;
    }
}
