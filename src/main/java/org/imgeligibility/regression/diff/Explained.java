package org.imgeligibility.regression.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Why something comes out as it does, a sentence for each side: of several reasons one that the other side does not give. */
record Explained(String before, String after) {

    private static final String ACCEPTED = "The facts can be evaluated.";

    static Explained of(Side from, Side to, Applicant applicant, Turn turn) {
        List<String> before = reasons(from, applicant, turn);
        List<String> after = reasons(to, applicant, turn);
        return new Explained(own(before, after), own(after, before));
    }

    private static String own(List<String> reasons, List<String> others) {
        return reasons.stream().filter(reason -> !others.contains(reason)).findFirst().or(() -> reasons.stream().findFirst()).orElse("");
    }

    private static List<String> reasons(Side side, Applicant applicant, Turn turn) {
        boolean asked = side.policy().questions().containsKey(turn.of());
        List<String> questions = asked ? List.of(turn.of()) : List.of(side.policy().questions().keySet().iterator().next());
        try {
            VerdictDocument document = side.evaluator().evaluate(side.known(applicant.facts()), new Request(applicant.asOf(), applicant.reading(), questions, false));
            return turn.of().equals(Turn.APPLICANT) ? List.of(ACCEPTED) : asked ? sentences(document.verdicts().get(0)) : document.classifications().stream()
                    .filter(one -> one.id().equals(turn.of())).map(VerdictDocument.Classification::explanation).toList();
        } catch (InputException refused) {
            return refused.problems().stream().map(Problem::message).toList();
        }
    }

    private static List<String> sentences(Verdict verdict) {
        Map<String, String> explanations = new LinkedHashMap<>();
        collect(verdict.requirement(), explanations);
        verdict.applicability().forEach(view -> collect(view, explanations));
        return verdict.because().stream().map(id -> explanations.getOrDefault(id, "")).filter(text -> !text.isBlank()).toList();
    }

    private static void collect(RequirementView view, Map<String, String> explanations) {
        explanations.putIfAbsent(view.id(), view.explanation());
        view.children().forEach(child -> collect(child, explanations));
        view.askedOf().ifPresent(open -> collect(open, explanations));
    }
}
