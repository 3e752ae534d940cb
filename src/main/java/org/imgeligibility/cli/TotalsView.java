package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.imgeligibility.batch.Totals;
import org.imgeligibility.verdict.Outcome;

/** Shows how often each question came to each outcome. */
final class TotalsView {

    private static final List<String> OUTCOMES = Arrays.stream(Outcome.values()).map(Outcome::name).toList();
    private static final int NARROWEST = 9;

    private final PrintWriter to;

    TotalsView(PrintWriter to) {
        this.to = to;
    }

    /** @param questions in the order to show them; those that were not asked are left out */
    void show(Totals totals, Collection<String> questions) {
        List<String> asked = questions.stream().filter(totals::has).toList();
        int width = asked.stream().mapToInt(String::length).max().orElse(0);
        if (!asked.isEmpty()) {
            row("", width, OUTCOMES);
        }
        asked.forEach(question -> row(question, width, Arrays.stream(Outcome.values()).map(outcome -> String.valueOf(totals.count(question, outcome))).toList()));
    }

    private void row(String name, int width, List<String> cells) {
        StringBuilder row = new StringBuilder(name + " ".repeat(width - name.length()));
        for (int at = 0; at < cells.size(); at++) {
            int column = Math.max(NARROWEST, OUTCOMES.get(at).length());
            row.append("  ").append(" ".repeat(Math.max(0, column - cells.get(at).length()))).append(cells.get(at));
        }
        to.println(row);
    }
}
