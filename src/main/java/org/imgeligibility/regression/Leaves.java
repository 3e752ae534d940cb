package org.imgeligibility.regression;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.RuleView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** The leaves of a verdict with the rules behind them. */
final class Leaves {

    private final Verdict verdict;
    private final Map<String, RequirementView> byId;

    private Leaves(Verdict verdict, Map<String, RequirementView> byId) {
        this.verdict = verdict;
        this.byId = byId;
    }

    static Leaves of(Verdict verdict) {
        Map<String, RequirementView> byId = verdict.shown();
        byId.values().removeIf(view -> !view.children().isEmpty());
        return new Leaves(verdict, byId);
    }

    Stream<String> ids() {
        return byId.keySet().stream();
    }

    /** The rules that conclude on a leaf, or that none does and what it waits for. */
    Stream<String> rules(String leaf) {
        RequirementView view = byId.get(leaf);
        if (view == null) {
            return Stream.empty();
        }
        return view.reasons().isEmpty() ? Stream.of(none(view)) : view.reasons().stream().map(reason -> told(reason.rule()));
    }

    private static String none(RequirementView view) {
        List<String> waits = view.missing();
        return "no rule concludes on " + view.id() + (waits.isEmpty() ? "" : "; it waits for " + String.join(", ", waits));
    }

    /** Where the question does not apply, the rules that say so. */
    Stream<String> exclusions() {
        return verdict.outcome() != Outcome.NOT_APPLICABLE ? Stream.empty()
                : verdict.applicability().stream().flatMap(view -> view.requiredBy().stream()).map(by -> told(by.rule()));
    }

    static String told(RuleView view) {
        return "\"" + view.name() + "\" (" + view.place().file() + ":" + view.place().line() + ")";
    }
}
