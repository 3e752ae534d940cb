package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Word;

/** Builds the requirements of one applicant from what the rules found; a requirement shared by several is one node. */
final class Graph {

    private static final List<Word> FINDINGS = java.util.Arrays.stream(Word.values()).filter(Word::isFinding).toList();
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::status).thenComparing(Finding.ORDER);

    private final Map<String, Requirement> definitions;
    private final Findings findings;
    private final Forecast forecast;
    private final Missing missing = new Missing();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Graph(Map<String, Requirement> definitions, Findings findings, Forecast forecast) {
        this.definitions = definitions;
        this.findings = findings;
        this.forecast = forecast;
    }

    /** The paths of the facts that could still change what a question comes to. */
    Set<String> missing(Node question) {
        return missing.of(question);
    }

    /** The requirements that were asked for so far. */
    Collection<Node> asked() {
        return nodes.values();
    }

    Missing missing() {
        return missing;
    }

    /** @throws RuleFault when requirements need each other in a circle, or an id is not defined */
    Node node(String id) {
        Node known = nodes.get(id);
        if (known != null) {
            return known;
        }
        if (!open.add(id)) {
            List<String> path = new ArrayList<>(open);
            throw new RuleFault("Requirements need each other in a circle: " + String.join(" -> ", path.subList(path.indexOf(id), path.size())) + " -> " + id + ".");
        }
        Node node = build(id);
        open.remove(id);
        nodes.put(id, node);
        return node;
    }

    private Node build(String id) {
        Requirement requirement = Optional.ofNullable(definitions.get(id))
                .orElseThrow(() -> new RuleFault("The requirement '" + id + "' is asked for but not defined."));
        List<Node.Member> members = members(id);
        List<Finding> found = found(id);
        if (!members.isEmpty() && !found.isEmpty()) {
            throw new RuleFault("'" + id + "' needs other requirements (rule \"" + members.get(0).rule().rule().name()
                    + "\") and is concluded on as well (rule \"" + found.get(0).rule().name() + "\"). It can be one or the other.");
        }
        if (!members.isEmpty()) {
            return new Node(requirement, members, List.of(), List.of(), new Once<>(() -> Node.Opening.NONE), conditions(id), combined(requirement, members));
        }
        Leaf leaf = Leaf.of(found, this::node);
        return new Node(requirement, members, leaf.findings(), leaf.guards(), new Once<>(() -> leaf.opening(forecast, missing, id)), conditions(id), leaf.status());
    }

    private static Status combined(Requirement requirement, List<Node.Member> members) {
        Standing folded = members.stream().map(Node.Member::standing).reduce(Standing.LEFT_OUT, Standing.fold(requirement.combine()));
        return Standing.finish(requirement.combine(), folded).status();
    }

    private List<Node.Member> members(String id) {
        List<Node.Member> members = new ArrayList<>();
        for (Finding rule : findings.of(Word.REQUIRE, id)) {
            boolean unless = !rule.ids("unless").isEmpty();
            Optional<Node> guard = rule.ids(unless ? "unless" : "where").stream().findFirst().map(this::node);
            rule.ids("requires").forEach(needed -> members.add(new Node.Member(node(needed), rule, guard, unless)));
        }
        members.sort(Comparator.comparing((Node.Member member) -> member.node().requirement().order()).thenComparing(Node.Member::rule, Finding.ORDER));
        return members;
    }

    private List<Finding> found(String id) {
        List<Finding> found = List.of();
        for (Word word : FINDINGS) {
            List<Finding> some = findings.of(word, id);
            found = found.isEmpty() ? some : some.isEmpty() ? found : Stream.concat(found.stream(), some.stream()).sorted(WORST_FIRST).toList();
        }
        return found;
    }

    private List<Node.Condition> conditions(String id) {
        List<Finding> rules = findings.of(Word.NOT_APPLICABLE, id);
        return rules.isEmpty() ? List.of() : rules.stream().flatMap(rule -> rule.ids("where").stream().map(where -> new Node.Condition(node(where), rule))).toList();
    }
}
