package org.imgeligibility.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** The next steps towards a question, out of its document. */
public final class Steps {

    private Steps() {
    }

    /** What to do, each step once, in the order of the requirements; nothing where the outcome is settled. */
    public static List<String> of(Verdict verdict) {
        boolean open = verdict.outcome() == Outcome.NOT_YET || verdict.outcome() == Outcome.UNDETERMINED;
        return open ? steps(verdict.requirement()).distinct().toList() : List.of();
    }

    private static Stream<String> steps(RequirementView view) {
        if (view.status() == Status.MET || view.combine().filter("none"::equals).isPresent()) {
            return Stream.empty();
        } else if (view.combine().isEmpty()) {
            return view.status() == Status.NOT_YET ? view.reasons().stream().flatMap(reason -> reason.nextStep().stream()) : Stream.empty();
        }
        boolean any = view.combine().filter("any"::equals).isPresent();
        return view.children().stream().filter(child -> !any || child.status() != Status.BARRED).flatMap(Steps::steps);
    }
}
