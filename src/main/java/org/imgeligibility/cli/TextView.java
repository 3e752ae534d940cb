package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Source;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Steps;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Classification;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.imgeligibility.verdict.Wording;

/**
 * Shows a verdict document in a terminal: all outcomes first, then for each question what to do and why. Large
 * families of questions take a line each.
 */
final class TextView {

    private final PrintWriter out;
    private final Terminal terminal;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final List<Source> cited = new ArrayList<>();
    private final TreeView tree = new TreeView(this);

    TextView(PrintWriter out, Terminal terminal, Vocabulary vocabulary) {
        this.out = out;
        this.terminal = terminal;
        this.vocabulary = vocabulary;
    }

    void show(VerdictDocument document) {
        line("", bold(document.applicant().map(id -> "Applicant " + id).orElse("Applicant")));
        line("", "As of " + Wording.day(document.asOf()) + ", reading: " + document.reading() + ". Not legal advice.");
        out.println();
        document.classifications().forEach(this::classification);
        out.println();
        Families families = new Families(document.verdicts());
        List<Verdict> apart = document.verdicts().stream().filter(verdict -> !families.contain(verdict)).toList();
        apart.forEach(this::summary);
        families.all().forEach(this::summary);
        apart.forEach(tree::leave);
        apart.stream().filter(verdict -> verdict.outcome() != Outcome.NOT_APPLICABLE).forEach(this::verdict);
        apart.stream().filter(verdict -> verdict.outcome() == Outcome.NOT_APPLICABLE).forEach(this::verdict);
        families.all().forEach(this::family);
        dated("Calendar", document.calendar().stream().map(event -> Wording.day(event.day()) + ": " + event.reason().explanation() + cite(event.reason())).toList());
        dated("Worth knowing", document.context().stream().map(reason -> reason.explanation() + cite(reason)).toList());
        out.println();
        line("", bold("Sources"));
        for (Source source : cited) {
            line("  [" + sources.get(key(source)) + "] ", source.title() + ", " + source.publisher() + source.published().map(day -> ", " + day).orElse("")
                    + "; " + source.locator() + " (" + source.kind() + ", confidence " + source.confidence().spelling() + ")" + source.url().map(url -> " " + url).orElse(""));
        }
        out.println();
        line("", "Rules: " + document.ruleCount() + ", " + document.digest());
    }

    private void classification(Classification one) {
        line("  ", bold(one.title() + ": " + one.valueTitle()) + "  " + one.explanation() + one.reason().map(reason -> cite(reason.sources())).orElse(""));
    }

    private void summary(Verdict verdict) {
        String marks = (verdict.isContested() ? " (contested)" : "") + (verdict.confidence() == Confidence.LOW ? " (rests on a weak source)" : "");
        line("  ", coloured(verdict.outcome(), String.format("%-15s", label(verdict.outcome()))) + " " + verdict.title() + marks);
    }

    /** How many members of a family come to what, and which. */
    private void summary(String family, List<Verdict> members) {
        for (Outcome outcome : Outcome.values()) {
            List<Verdict> same = members.stream().filter(verdict -> verdict.outcome() == outcome).toList();
            if (!same.isEmpty()) {
                String lead = "  " + String.format("%-15s", label(outcome)) + " ";
                line("  " + coloured(outcome, String.format("%-15s", label(outcome))) + " ", " ".repeat(lead.length()), lead.length(),
                        family + " (" + same.size() + " of " + members.size() + "): " + String.join(" ", same.stream().map(Families::member).toList()));
            }
        }
    }

    /** What decides the members of a family, those together that the same decides. */
    private void family(String family, List<Verdict> members) {
        out.println();
        line("", bold(family) + "  In short; --question " + family + "/" + Families.member(members.get(0)) + " shows all that stands behind one.");
        Map<String, List<String>> alike = new LinkedHashMap<>();
        members.forEach(verdict -> alike.computeIfAbsent(inShort(verdict), any -> new ArrayList<>()).add(Families.member(verdict)));
        alike.forEach((reason, ids) -> line("  ", "      ", String.join(" ", ids) + ": " + reason));
    }

    private String inShort(Verdict verdict) {
        String contested = verdict.otherReading().filter(other -> verdict.isContested())
                .map(other -> " (contested: under the reading '" + other.reading() + "' it is: " + label(other.outcome()) + ")").orElse("");
        return coloured(verdict.outcome(), label(verdict.outcome())) + ". " + String.join("; ", verdict.deciding()) + contested
                + (verdict.confidence() == Confidence.LOW ? " (rests on a weak source)" : "");
    }

    private void verdict(Verdict verdict) {
        out.println();
        line("", coloured(verdict.outcome(), label(verdict.outcome())) + "  " + bold(verdict.title()) + "  (" + verdict.question() + ", confidence " + verdict.confidence().spelling() + ")");
        verdict.weakness().ifPresent(words -> line("  ", words));
        verdict.notes().forEach(note -> line("  ", note.explanation() + cite(note.sources())));
        verdict.metFrom().ifPresent(day -> line("  ", "By waiting alone this is met from " + Wording.day(day) + "."));
        verdict.otherReading().filter(other -> verdict.isContested()).ifPresent(other -> {
            line("  ", "Contested. Under the reading '" + other.reading() + "' it is: " + label(other.outcome()) + ".");
            other.reasons().forEach(reason -> line("    ", reason.explanation() + cite(reason.sources())));
        });
        numbered("What to do", Steps.of(verdict));
        numbered("What must still be known", verdict.missing().stream().map(path -> vocabulary.label(path) + "  " + faint(path)).toList());
        line("  ", "Why");
        tree.show(verdict);
        verdict.faults().forEach(fault -> line("  ", "! " + fault));
    }

    private void dated(String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.println();
            line("", bold(heading));
            items.forEach(item -> line("  - ", item));
        }
    }

    private void numbered(String heading, List<String> items) {
        if (!items.isEmpty()) {
            line("  ", heading);
            items.forEach(item -> line("    - ", item));
        }
    }

    /** Footnote marks for sources, numbered as they first appear. */
    String cite(List<Source> given) {
        StringBuilder marks = new StringBuilder();
        for (Source source : given) {
            if (sources.putIfAbsent(key(source), sources.size() + 1) == null) {
                cited.add(source);
            }
            marks.append(" [").append(sources.get(key(source))).append(']');
        }
        return faint(marks.toString());
    }

    String cite(Reason reason) {
        return cite(reason.sources());
    }

    private static String key(Source source) {
        return source.id() + "#" + source.locator();
    }

    static String label(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> "Eligible";
            case NOT_YET -> "Not yet";
            case UNDETERMINED -> "Not decided";
            case INELIGIBLE -> "Not eligible";
            case NOT_APPLICABLE -> "Does not apply";
        };
    }

    private String coloured(Outcome outcome, String text) {
        String colour = switch (outcome) {
            case ELIGIBLE -> "fg(green)";
            case NOT_YET -> "fg(yellow)";
            case UNDETERMINED -> "fg(cyan)";
            case INELIGIBLE -> "fg(red)";
            case NOT_APPLICABLE -> "faint";
        };
        return terminal.styled(colour + ",bold", text);
    }

    String bold(String text) {
        return terminal.styled("bold", text);
    }

    String faint(String text) {
        return text.isEmpty() ? "" : terminal.styled("faint", text);
    }

    /** Prints text behind a first prefix, wrapped to the terminal; further lines are indented to where it began. */
    void line(String prefix, String text) {
        line(prefix, " ".repeat(prefix.length()), text);
    }

    void line(String prefix, String further, String text) {
        line(prefix, further, prefix.length(), text);
    }

    /** @param width of the prefix as it is seen, which colours do not widen */
    private void line(String prefix, String further, int width, String text) {
        Wrap.lines(text, terminal.width() - width).stream().reduce(Optional.of(prefix), (lead, part) -> {
            out.println((lead.orElse(further) + part).stripTrailing());
            return Optional.empty();
        }, (one, other) -> other);
    }
}
