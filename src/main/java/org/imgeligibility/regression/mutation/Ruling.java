package org.imgeligibility.regression.mutation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imgeligibility.verdict.VerdictDocument;

/** What a fixture can say of an answer: each outcome with its deciding leaves and missing facts, and the classifications. */
record Ruling(Map<String, Answer> answers) {

    record Answer(String outcome, Set<String> because, Set<String> missing) {
    }

    static Ruling of(VerdictDocument document) {
        Map<String, Answer> answers = new TreeMap<>();
        document.verdicts().forEach(verdict -> answers.put(verdict.question(), new Answer(verdict.outcome().name(), new TreeSet<>(verdict.because()), new TreeSet<>(verdict.missing()))));
        document.classifications().forEach(one -> answers.put(one.id(), new Answer(one.value(), Set.of(), Set.of())));
        return new Ruling(answers);
    }

    /** The ids on which another answer differs, those whose outcome differs first. */
    List<String> differing(Ruling other) {
        return answers.keySet().stream().filter(id -> !answers.get(id).equals(other.answers().get(id)))
                .sorted(java.util.Comparator.comparing(id -> other.answers().get(id) != null && answers.get(id).outcome().equals(other.answers().get(id).outcome()))).toList();
    }
}
