package org.imgeligibility.cli;

import java.io.PrintWriter;
import org.imgeligibility.regression.diff.Change;
import org.imgeligibility.regression.diff.DiffReport;
import org.imgeligibility.regression.diff.Group;

/** Shows a comparison of rules in a terminal. */
final class DiffView {

    private final PrintWriter out;
    private final Terminal terminal;

    DiffView(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(DiffReport report) {
        DiffWords words = new DiffWords(report);
        out.println(terminal.styled("bold", "Rules: " + (report.changes().isEmpty() ? "no change." : String.join(", ", report.counted()) + ".")));
        report.changes().forEach(this::change);
        out.println();
        out.println(terminal.styled("bold", words.headline()) + (report.groups().isEmpty() ? "" : " " + words.directions() + "."));
        report.groups().forEach(group -> group(words, group));
        if (!report.periods().isEmpty()) {
            out.println();
            out.println(terminal.styled("bold", "Outcomes differ:"));
            words.periods().forEach(period -> out.println("  " + period));
        }
        words.remarks().forEach(remark -> wrapped("", remark));
    }

    /** What was edited by name, and whose verdicts turn which way, an example each. */
    void brief(DiffReport report) {
        DiffWords words = new DiffWords(report);
        report.changes().forEach(change -> out.println("  " + named(change)));
        out.println("  " + words.headline() + (report.groups().isEmpty() ? "" : " " + words.directions() + "."));
        report.groups().forEach(group -> wrapped("    ", group.direction().singular() + "  " + words.question(group) + ": " + DiffWords.turn(group) + "; applicants: " + words.count(group)
                + "; smallest " + DiffWords.when(group) + ": " + words.witness(group)));
    }

    private static String named(Change change) {
        String place = change.file().isEmpty() ? "" : " (" + change.file() + (change.line() > 0 ? ":" + change.line() : "") + ")";
        return change.how().name().toLowerCase(java.util.Locale.ROOT) + ": " + change.what() + " \"" + change.name() + "\"" + place;
    }

    private void change(Change change) {
        out.println("  " + named(change));
        change.diff().forEach(line -> out.println("    " + terminal.styled(line.startsWith("+") ? "fg(green)" : line.startsWith("-") ? "fg(red)" : "faint", line)));
    }

    private void group(DiffWords words, Group group) {
        out.println();
        wrapped("  ", terminal.styled("bold", group.direction().singular()) + "  " + words.question(group) + ": " + DiffWords.turn(group) + "; applicants: " + words.count(group));
        wrapped("    ", "smallest " + DiffWords.when(group) + ": " + words.witness(group));
        wrapped("    ", "before: " + group.witness().before());
        wrapped("    ", "after:  " + group.witness().after());
    }

    private void wrapped(String indent, String text) {
        Wrap.lines(text, terminal.width() - indent.length()).forEach(line -> out.println(indent + line));
    }
}
