package org.imgeligibility.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.regression.Acceptance;
import org.imgeligibility.regression.Regression;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what accepting the differences of a run would change in the fixture files, asks, and writes. */
final class AcceptDialogue {

    private final PrintWriter out;
    private final boolean agreed;

    AcceptDialogue(CommandSpec spec, boolean agreed) {
        this.out = spec.commandLine().getOut();
        this.agreed = agreed;
    }

    /** @return whether nothing differs any more */
    boolean settle(Regression regression, Regression.Result result) {
        if (!result.problems().isEmpty()) {
            throw new InputException("--accept", "some fixtures are malformed, so nothing was changed. Mend them first.");
        }
        Acceptance acceptance = regression.acceptance(result);
        out.println();
        acceptance.changes().forEach(this::show);
        acceptance.byHand().forEach(out::println);
        if (acceptance.changes().isEmpty()) {
            out.println("Nothing to accept.");
            return acceptance.byHand().isEmpty();
        }
        if (!agreed && !confirmed(acceptance)) {
            out.println("Nothing was changed.");
            return false;
        }
        acceptance.write();
        out.println(acceptance.changes().size() + " cases in " + acceptance.files() + " files were rewritten. Look at the difference before you keep it.");
        return acceptance.byHand().isEmpty();
    }

    private void show(Acceptance.Change change) {
        out.println(change.place());
        change.before().forEach(line -> out.println("  - " + line.strip()));
        change.after().forEach(line -> out.println("  + " + line.strip()));
    }

    private boolean confirmed(Acceptance acceptance) {
        Console console = System.console();
        if (console == null) {
            out.flush();
            throw new InputException("--accept", "nothing was changed, since there is no terminal to ask. Add --yes to rewrite these expectations.");
        }
        out.flush();
        String answer = console.readLine("Rewrite %d cases in %d files? [y/N] ", acceptance.changes().size(), acceptance.files());
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
