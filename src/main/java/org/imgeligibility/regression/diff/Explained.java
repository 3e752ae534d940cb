package org.imgeligibility.regression.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Why something comes out as it does, a sentence for each side: of a requirement that the two sides find otherwise. */
record Explained(String before, String after) {

    private static final String ACCEPTED = "The facts can be evaluated.";

    static Explained of(Side from, Side to, Applicant applicant, Turn turn) {
        Map<String, String> before = reasons(from, applicant, turn);
        Map<String, String> after = reasons(to, applicant, turn);
        return Stream.concat(after.keySet().stream(), before.keySet().stream()).filter(id -> before.containsKey(id) && after.containsKey(id) && !before.get(id).equals(after.get(id)))
                .findFirst().map(id -> new Explained(before.get(id), after.get(id))).orElseGet(() -> new Explained(first(before), first(after)));
    }

    private static String first(Map<String, String> reasons) {
        return reasons.values().stream().findFirst().orElse("");
    }

    private static Map<String, String> reasons(Side side, Applicant applicant, Turn turn) {
        boolean asked = side.policy().questions().containsKey(turn.of());
        List<String> questions = asked ? List.of(turn.of()) : List.of(side.policy().questions().keySet().iterator().next());
        try {
            VerdictDocument document = side.evaluator().evaluate(side.known(applicant.facts()), new Request(applicant.asOf(), applicant.reading(), questions, false));
            return turn.of().equals(Turn.APPLICANT) ? Map.of("", ACCEPTED) : asked ? sentences(document.verdicts().get(0)) : document.classifications().stream()
                    .filter(one -> one.id().equals(turn.of())).collect(Collectors.toMap(VerdictDocument.Classification::id, VerdictDocument.Classification::explanation));
        } catch (InputException refused) {
            return Map.of("", refused.problems().stream().map(Problem::message).collect(Collectors.joining(" ")));
        }
    }

    /** By leaf, those that decide first. */
    private static Map<String, String> sentences(Verdict verdict) {
        Map<String, String> explanations = new LinkedHashMap<>();
        collect(verdict.requirement(), explanations);
        verdict.applicability().forEach(view -> collect(view, explanations));
        Map<String, String> ordered = new LinkedHashMap<>();
        Stream.concat(verdict.because().stream(), explanations.keySet().stream()).filter(id -> !explanations.getOrDefault(id, "").isBlank()).forEach(id -> ordered.putIfAbsent(id, explanations.get(id)));
        return ordered;
    }

    private static void collect(RequirementView view, Map<String, String> explanations) {
        explanations.putIfAbsent(view.id(), view.explanation());
        view.children().forEach(child -> collect(child, explanations));
        view.askedOf().ifPresent(open -> collect(open, explanations));
    }
}
