package org.imgeligibility.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Status;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.imgeligibility.verdict.Wording;

/** Draws the requirements of verdicts as trees; a set that was drawn before is named, not drawn again. */
final class TreeView {

    private final TextView view;
    private final Map<String, String> drawn = new HashMap<>();
    private Verdict verdict;

    TreeView(TextView view) {
        this.view = view;
    }

    /** Leaves the drawing of a question's set to the question itself. */
    void leave(Verdict own) {
        drawn.put(own.question(), own.title());
    }

    void show(Verdict shown) {
        verdict = shown;
        List<RequirementView> roots = new ArrayList<>(verdict.applicability().stream()
                .filter(condition -> verdict.outcome() == Outcome.NOT_APPLICABLE ? condition.status() == Status.MET : condition.status() == Status.UNKNOWN).toList());
        if (verdict.outcome() == Outcome.NOT_APPLICABLE) {
            roots.forEach(root -> node(root, "  ", roots.indexOf(root) == roots.size() - 1));
            return;
        }
        roots.forEach(root -> view.line("  ", "Whether this question is for this person at all is not known:"));
        roots.forEach(root -> node(root, "  ", true));
        if (verdict.requirement().combine().isPresent()) {
            members(verdict.requirement(), "  ");
        } else {
            node(verdict.requirement(), "  ", true);
        }
    }

    private void members(RequirementView set, String indent) {
        String first = drawn.putIfAbsent(set.id(), verdict.title());
        if (first != null && !set.id().equals(verdict.question())) {
            view.line(indent + "  ", view.faint(first.equals(verdict.title()) ? "(as above)" : "(see \u201C" + first + "\u201D)"));
            return;
        }
        if (set.combine().filter("any"::equals).isPresent()) {
            view.line(indent, view.faint("any one of these:"));
        } else if (set.combine().filter("none"::equals).isPresent()) {
            view.line(indent, view.faint("none of these:"));
        }
        List<RequirementView> children = set.children();
        for (int at = 0; at < children.size(); at++) {
            node(children.get(at), indent, at == children.size() - 1);
        }
        set.leftOut().forEach(reason -> view.line(indent + "   ", reason.explanation() + view.cite(reason)));
    }

    private void node(RequirementView given, String indent, boolean last) {
        RequirementView node = only(given);
        String first = indent + (last ? "\u2514 " : "\u251C ");
        String further = indent + (last ? "  " : "\u2502 ");
        view.line(first, further, mark(node.status()) + " " + view.bold(node.title()));
        if (node.combine().isPresent()) {
            members(node, further);
            return;
        }
        String text = further + "    ";
        if (node.reasons().isEmpty()) {
            view.line(text, text, node.explanation());
        }
        for (Reason reason : node.reasons()) {
            view.line(text, text, reason.explanation() + view.cite(reason) + " " + view.faint(place(reason)));
        }
        node.metFrom().ifPresent(day -> view.line(text, text, "Met by waiting until " + Wording.day(day) + "."));
        node.requiredBy().ifPresent(by -> view.line(text, text, view.faint("Asked because: " + by.rule().name()
                + by.rule().from().map(day -> ", since " + Wording.day(day)).orElse("") + by.rule().until().map(day -> ", until " + Wording.day(day)).orElse("") + ".")
                + view.cite(List.of(by.source()))));
    }

    /** One way alone is no choice: it stands for the set. */
    private static RequirementView only(RequirementView set) {
        boolean alone = set.combine().filter("any"::equals).isPresent() && set.children().size() == 1 && set.leftOut().isEmpty();
        return alone ? only(set.children().get(0)) : set;
    }

    private static String place(Reason reason) {
        return "(" + reason.rule().place().file() + ":" + reason.rule().place().line() + ")";
    }

    private static String mark(Status status) {
        return switch (status) {
            case MET -> "[met]";
            case NOT_YET -> "[not yet]";
            case UNKNOWN -> "[not known]";
            case BARRED -> "[barred]";
        };
    }
}
