package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.util.List;
import org.imgeligibility.regression.diff.Change;
import org.imgeligibility.regression.diff.DiffReport;
import org.imgeligibility.regression.diff.Group;

/** Writes a comparison of rules as Markdown for a pull request: what turns in a table, the rest folded. */
final class DiffMarkdown {

    private final PrintWriter out;

    DiffMarkdown(PrintWriter out) {
        this.out = out;
    }

    void show(DiffReport report) {
        DiffWords words = new DiffWords(report);
        out.println("### " + words.headline());
        out.println();
        out.println(summary(report, words));
        out.println();
        if (!report.groups().isEmpty()) {
            table(report.groups(), words);
            details("Why, for the smallest example of each", () -> report.groups().forEach(group -> example(group, words)));
        }
        if (!report.changes().isEmpty()) {
            details("What was edited: " + String.join(", ", report.counted()), () -> report.changes().forEach(this::change));
        }
        words.remarks().forEach(remark -> out.println(safe(remark) + "\n"));
    }

    private static String summary(DiffReport report, DiffWords words) {
        String edited = report.changes().isEmpty() ? "No rule changed" : String.join(", ", report.counted());
        return report.groups().isEmpty() ? edited + "." : edited + ". **" + words.directions() + ".**"
                + (report.periods().isEmpty() ? "" : " Outcomes differ " + String.join("; ", words.periods()) + ".");
    }

    private void table(List<Group> groups, DiffWords words) {
        out.println("| who | question | before → after | applicants | smallest example |");
        out.println("|---|---|---|--:|---|");
        groups.forEach(group -> out.println("| " + group.direction().singular() + " | " + safe(words.question(group)) + " | " + DiffWords.turn(group) + " | "
                + words.count(group) + " | " + safe(words.shortWitness(group)) + " |"));
        out.println();
    }

    private void example(Group group, DiffWords words) {
        out.println("**" + safe(words.question(group)) + "**, " + DiffWords.when(group) + " (" + safe(group.witness().from()) + ")");
        out.println("- applicant: " + safe(words.witness(group)));
        out.println("- before: " + safe(group.witness().before()));
        out.println("- after: " + safe(group.witness().after()));
        out.println();
    }

    private void change(Change change) {
        out.println(change.what() + " " + change.how().name().toLowerCase(java.util.Locale.ROOT) + ": **" + safe(change.name()) + "**"
                + (change.file().isEmpty() ? "" : ", `" + change.file() + (change.line() > 0 ? ":" + change.line() : "") + "`"));
        out.println();
        String fence = change.diff().stream().anyMatch(line -> line.contains("```")) ? "``````" : "```";
        out.println(fence + "diff");
        change.diff().forEach(out::println);
        out.println(fence);
        out.println();
    }

    private void details(String summary, Runnable inside) {
        out.println("<details><summary>" + safe(summary) + "</summary>");
        out.println();
        inside.run();
        out.println("</details>");
        out.println();
    }

    /** Text that is nothing but text in a cell or paragraph. */
    private static String safe(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\|*_`\\[\\]~])", "\\\\$1");
    }
}
