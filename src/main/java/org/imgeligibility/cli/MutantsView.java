package org.imgeligibility.cli;

import java.io.PrintWriter;
import org.imgeligibility.regression.Coverage.Count;
import org.imgeligibility.regression.mutation.MutationReport;

/** Shows which edits of the rules no fixture notices, and the score. */
final class MutantsView {

    private final PrintWriter out;
    private final String prefix;

    /** @param prefix how files of the rules are named to the user */
    MutantsView(PrintWriter out, String prefix) {
        this.out = out;
        this.prefix = prefix;
    }

    void show(MutationReport report) {
        report.problems().forEach(out::println);
        report.survivors().forEach(this::survivor);
        report.byFile().forEach((file, count) -> out.println(prefix + file + ": " + told(count)));
        out.println("edits caught: " + told(report.total()) + ", " + report.equivalent() + " listed as equivalent");
        if (report.unheard() > 0) {
            out.println(report.unheard() + " rules were not edited: notes, doubts, events and context decide no verdict.");
        }
    }

    private void survivor(MutationReport.Survivor survivor) {
        out.println(prefix + survivor.mutant().file() + ":" + survivor.mutant().line() + " " + survivor.mutant().subject());
        out.print(survivor.mutant().diff());
        out.println("  edit: " + survivor.mutant().id());
        if (survivor.sketch().isEmpty()) {
            out.println("  no made-up applicant showed a difference; it may be equivalent");
        }
        survivor.sketch().forEach(line -> out.println("    " + line));
        out.println();
    }

    private static String told(Count count) {
        return count.reached() + " of " + count.total() + " (" + count.percent() + " %)";
    }
}
