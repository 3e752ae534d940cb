package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.language.Word;

/**
 * What some answers rest on, whether or not it decides them.
 *
 * @param matches  of the rules that conclude on, ask for or except the requirements of these questions, of the notes
 *                 shown with them, and of what stands beside the verdicts; of the contradictions alone where there are any
 * @param statuses of the requirements, by id
 * @param outcomes of the questions, by id
 */
public record Trace(List<Match> matches, Map<String, Status> statuses, Map<String, Outcome> outcomes) {

    static Trace of(Graph graph, Views views, Findings findings, Collection<String> questions, Collection<String> classifications) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<String, Status> statuses = new HashMap<>();
        List<Finding> found = new ArrayList<>(findings.all(Word.REFUSE).toList());
        if (found.isEmpty()) {
            questions.forEach(id -> outcomes.put(id, Outcome.of(graph.node(id).standing())));
            Stream.of(Word.DOUBT, Word.NOTE).forEach(word -> questions.forEach(id -> findings.of(word, id).stream().filter(views::isShown).forEach(found::add)));
            classifications.forEach(id -> findings.of(Word.CLASSIFY, id).stream().filter(rule -> views.standing(rule) == Status.MET).forEach(found::add));
            Stream.of(Word.EVENT, Word.CONTEXT).flatMap(findings::all).forEach(found::add);
            graph.asked().forEach(node -> {
                statuses.put(node.id(), node.status());
                found.addAll(node.findings());
                node.members().forEach(member -> found.add(member.rule()));
                node.conditions().forEach(condition -> found.add(condition.rule()));
            });
        }
        return new Trace(found.stream().distinct().map(Finding::match).toList(), statuses, outcomes);
    }
}
