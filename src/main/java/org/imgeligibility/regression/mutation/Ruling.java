package org.imgeligibility.regression.mutation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imgeligibility.verdict.Brief;
import org.imgeligibility.verdict.Status;

/** What a fixture can say of an answer: each outcome with its deciding leaves, missing facts and statuses, where the rules disagree, and the classifications. */
record Ruling(Map<String, Answer> answers) {

    record Answer(String outcome, Set<String> because, Set<String> missing, Map<String, Status> statuses, Set<String> rules, List<String> faults) {

        /** Whether a fixture that says all of this passes with another answer; it cannot say which rules are silent. */
        boolean isUpheldBy(Answer other) {
            return other != null && outcome.equals(other.outcome) && because.equals(other.because) && missing.equals(other.missing)
                    && statuses.equals(other.statuses) && other.rules.containsAll(rules) && faults.equals(other.faults);
        }
    }

    static Ruling of(Judged judged) {
        return judged.answers().map(Ruling::of).orElseGet(() -> new Ruling(Map.of("refused", new Answer("refused", Set.of(),
                judged.contradictions().stream().flatMap(one -> one.path().stream()).collect(Collectors.toCollection(TreeSet::new)), Map.of(), Set.of(), List.of()))));
    }

    private static Ruling of(Brief brief) {
        Map<String, Answer> answers = new TreeMap<>();
        brief.answers().forEach((id, answer) -> answers.put(id, new Answer(answer.outcome(), new TreeSet<>(answer.because()), new TreeSet<>(answer.missing()), answer.statuses(), answer.rules(), answer.faults())));
        return new Ruling(answers);
    }

    /** The ids on which another answer differs, those whose outcome differs first. */
    List<String> differing(Ruling other) {
        return answers.keySet().stream().filter(id -> !answers.get(id).isUpheldBy(other.answers().get(id))).sorted(Comparator.comparing(id -> !outcomeDiffers(id, other))).toList();
    }

    boolean outcomeDiffers(String id, Ruling other) {
        Answer there = other.answers().get(id);
        return there == null || !answers.get(id).outcome().equals(there.outcome());
    }
}
