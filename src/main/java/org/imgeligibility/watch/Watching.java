package org.imgeligibility.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.evaluation.Request;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.Difference;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.Told;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.Touched;
import org.imgeligibility.verdict.RuleFault;

/**
 * Puts what is saved in a rule folder in force once it holds. One thread does it all in turn: an edit is loaded, all
 * cases are run with it, and the rules are replaced.
 */
public final class Watching implements AutoCloseable {

    private static final long LOOK_MILLIS = 2_000;
    private static final int CASES_AT_A_TIME = 64;
    private static final int ENOUGH_PROBLEMS = 50;

    private final RulesInForce served;
    private final Path folder;
    private final Optional<Path> fixtures;
    private final FolderWatch watch;
    private final Thread thread = new Thread(this::watch, "watching");
    /** What is in force, and the cases as those rules read them. */
    private Saved current;
    private Regression cases;
    /** What was looked at last; nothing where it could not be read. */
    private Optional<Saved> seen;
    private Standing standing;

    private Watching(RulesInForce served, Path folder, Optional<Path> fixtures) throws IOException {
        this.served = served;
        this.folder = folder;
        this.fixtures = fixtures;
        this.watch = new FolderWatch(fixtures.map(place -> List.of(folder, place)).orElse(List.of(folder)));
        this.current = Saved.of(folder, fixtures);
        this.seen = Optional.of(current);
        this.standing = new Standing(0, Instant.now(), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Watches until closed.
     *
     * @param served   what is in force, as it stands in the folder
     * @param fixtures the folder of the cases; the shipped ones otherwise
     */
    public static Watching start(RulesInForce served, Path folder, Optional<Path> fixtures) {
        try {
            Watching watching = new Watching(served, folder, fixtures);
            served.stand(watching.standing);
            watching.thread.setDaemon(true);
            watching.thread.start();
            return watching;
        } catch (IOException unwatchable) {
            throw new InputException(folder.toString(), "cannot be watched for changes: " + unwatchable.getMessage() + ". Use --no-watch.");
        }
    }

    private Evaluator evaluator() {
        return served.edition().evaluator();
    }

    private void watch() {
        try {
            cases = read(evaluator());
            warmUp();
            while (!Thread.currentThread().isInterrupted()) {
                look();
                watch.await(LOOK_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException unwatchable) {
            refuse(List.of(new Problem(folder.toString(), "can no longer be watched. Start the program again.")));
        }
    }

    /** Runs the cases with the rules of the start while nothing is saved: the first save then takes no longer than later ones. */
    private void warmUp() throws IOException, InterruptedException {
        List<Fixture> all = cases.fixtures();
        List<String> failed = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CASES_AT_A_TIME) {
            if (watch.await(1)) {
                return;
            }
            some(all, from).parallelStream().filter(one -> !problems(cases, one).isEmpty()).map(Told::place).forEachOrdered(failed::add);
        }
        tell(standing.with(all.size() - failed.size(), all.size(), failed));
    }

    private static List<Fixture> some(List<Fixture> all, int from) {
        return all.subList(from, Math.min(from + CASES_AT_A_TIME, all.size()));
    }

    /** Also what no event told of is found, since contents are compared. */
    private void look() {
        Optional<Saved> before = seen;
        try {
            seen = Optional.empty();
            seen = Optional.of(Saved.of(folder, fixtures));
            if (before.filter(seen.get()::sameAs).isEmpty()) {
                take(seen.get());
            }
        } catch (InputException unusable) {
            refuse(unusable.problems());
        } catch (RuleFault broken) {
            refuse(List.of(new Problem("", "The rules cannot be used: " + broken.getMessage())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            refuse(List.of(new Problem("", "A fault of this program (" + fault.getClass().getSimpleName() + "). Take the last edit back, then make it in smaller steps.")));
        }
    }

    private void take(Saved now) {
        if (now.sameAs(current)) {
            tell(standing.accepted());
            return;
        }
        boolean sameRules = now.rules().digest().equals(current.rules().digest());
        Evaluator edited = sameRules ? evaluator() : new Evaluator(RuleBase.of(now.rules(), current.rules(), evaluator().rules()));
        tryOut(edited);
        Regression after = cases(edited, now);
        List<Problem> problems = new ArrayList<>(after.problems());
        List<String> failedBefore = new ArrayList<>();
        run(after, toRun(after, edited), problems, failedBefore);
        if (!problems.isEmpty()) {
            refuse(problems);
            return;
        }
        current = now;
        cases = after;
        if (!sameRules) {
            served.replace(edited);
        }
        int count = after.fixtures().size();
        tell(new Standing(standing.number(), Instant.now(), Optional.empty(), List.of(), Optional.empty()).with(count - failedBefore.size(), count, failedBefore));
    }

    /** A fault that meets everybody is found before anybody meets it. */
    private static void tryOut(Evaluator evaluator) {
        evaluator.evaluate(Facts.none(), new Request(Evaluator.today(Clock.systemUTC()), evaluator.policy().readings().get(0), List.of(), false));
    }

    /** Cases are read anew where they, or the names they use, are others. */
    private Regression cases(Evaluator edited, Saved now) {
        boolean same = now.cases().equals(current.cases()) && Names.of(edited.policy()).equals(Names.of(evaluator().policy()));
        return same ? cases.against(edited) : read(edited);
    }

    private Regression read(Evaluator evaluator) {
        return fixtures.map(place -> Regression.of(place, evaluator)).orElseGet(() -> Regression.builtIn(evaluator));
    }

    /** Where the cases are as before, those alone that the edit can concern; of the others it is known how they come out. */
    private List<Fixture> toRun(Regression after, Evaluator edited) {
        boolean known = after.fixtures() == cases.fixtures() && standing.cases().filter(count -> count.agreeing() == count.all()).isPresent();
        return known ? after.touched(Touched.by(evaluator().rules(), edited.rules())).fixtures() : after.fixtures();
    }

    /** A case that does not hold stands in the way of an edit, unless it is an old one that did not hold before. */
    private void run(Regression after, List<Fixture> all, List<Problem> problems, List<String> failedBefore) {
        Set<Fixture> old = after.fixtures() == cases.fixtures() ? Set.of() : new HashSet<>(cases.fixtures());
        for (int from = 0; from < all.size() && problems.size() < ENOUGH_PROBLEMS; from += CASES_AT_A_TIME) {
            for (Failed failed : some(all, from).parallelStream().map(one -> new Failed(one, problems(after, one))).filter(one -> !one.problems().isEmpty()).toList()) {
                boolean known = after.fixtures() == cases.fixtures() || old.contains(failed.fixture());
                if (known && !problems(cases, failed.fixture()).isEmpty()) {
                    failedBefore.add(Told.place(failed.fixture()));
                } else {
                    problems.addAll(failed.problems());
                }
            }
        }
    }

    private record Failed(Fixture fixture, List<Problem> problems) {
    }

    private static List<Problem> problems(Regression cases, Fixture one) {
        try {
            return cases.differences(one).stream().map(Watching::problem).toList();
        } catch (RuleFault broken) {
            return List.of(new Problem(Told.place(one), broken.getMessage()));
        }
    }

    private static Problem problem(Difference difference) {
        return new Problem(Told.place(difference.fixture()), Told.inShort(difference) + ". Mend the rule, or the case where the policy itself has changed.");
    }

    private void refuse(List<Problem> problems) {
        Standing refused = standing.refused(problems);
        if (!refused.equals(standing)) {
            tell(refused);
        }
    }

    private void tell(Standing now) {
        standing = now.next();
        served.stand(standing);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            watch.close();
        } catch (IOException closed) {
            // Nothing is watched any more either way.
        }
    }
}
