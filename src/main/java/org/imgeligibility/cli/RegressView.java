package org.imgeligibility.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.imgeligibility.regression.Coverage;
import org.imgeligibility.regression.Difference;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.Told;

/** Shows a run of the fixtures, and what they reach, in a terminal. */
final class RegressView {

    private final PrintWriter out;
    private final String prefix;

    /** @param prefix how files of the rules are named to the user */
    RegressView(PrintWriter out, String prefix) {
        this.out = out;
        this.prefix = prefix;
    }

    void show(Regression.Result result) {
        result.problems().forEach(out::println);
        result.differences().forEach(this::difference);
        Regression.folders(result).forEach(folder -> out.println(folder.folder() + ": " + folder.cases() + " cases, " + folder.differ() + " differ"));
        out.println(result.runs().size() + " cases, " + result.differences().size() + " differences, " + result.problems().size() + " malformed");
    }

    private void difference(Difference difference) {
        out.println(Told.place(difference.fixture()));
        Told.of(difference).forEach(line -> out.println("  " + line));
    }

    void show(Coverage coverage) {
        out.println();
        out.println("Coverage");
        coverage.byFile().forEach(this::file);
        out.println();
        coverage.byKind().forEach((kind, count) -> out.println(kind.plural() + ": " + told(count)));
        out.println("total: " + told(coverage.total()));
    }

    private void file(String file, List<Coverage.Item> items) {
        out.println(prefix + file + ": " + kinds(items));
        items.stream().filter(item -> !item.reached()).forEach(item ->
                out.println("  not reached: " + item.kind().singular() + " " + item.what() + (item.line() > 0 ? " (line " + item.line() + ")" : "")));
    }

    private static String kinds(Collection<Coverage.Item> items) {
        return Coverage.counted(items).entrySet().stream().map(kind -> kind.getValue().reached() + " of " + kind.getValue().total() + " " + kind.getKey().plural())
                .collect(Collectors.joining(", "));
    }

    private static String told(Coverage.Count count) {
        return count.reached() + " of " + count.total() + " (" + count.percent() + " %)";
    }
}
