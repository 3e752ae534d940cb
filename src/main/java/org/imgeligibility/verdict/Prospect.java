package org.imgeligibility.verdict;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What requirements and questions can come to, by id, each requirement taken by itself: it names too much rather than
 * too little.
 */
public record Prospect(Map<String, Set<Status>> statuses, Map<String, Set<Outcome>> outcomes) {

    static Prospect of(Graph graph, Collection<String> questions) {
        Map<String, Set<Outcome>> outcomes = new HashMap<>();
        Map<String, Set<Status>> statuses = new HashMap<>();
        questions.forEach(id -> outcomes.put(id, Standings.stream(graph.missing().possible(graph.node(id))).map(Outcome::of).collect(Collectors.toSet())));
        List.copyOf(graph.asked()).forEach(node -> statuses.put(node.id(), Standings.stream(graph.missing().statuses(node)).map(Standing::status).collect(Collectors.toSet())));
        return new Prospect(statuses, outcomes);
    }
}
