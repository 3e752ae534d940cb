package org.imgeligibility.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
import org.imgeligibility.verdict.RuleFault;

/**
 * Puts what is saved in a rule folder in force once it holds. One thread does it all in turn: an edit is loaded and
 * compiled, the cases it concerns are run, the rules are replaced; then the other cases are run, until the next save.
 */
public final class Watching implements AutoCloseable {

    private static final long LOOK_MILLIS = 2_000;
    private static final int CASES_AT_A_TIME = 8;
    /** So long cases are run before an edit comes into force; whatever is left then is run afterwards. */
    private static final long BEFORE_SWAP_NANOS = 2_000_000_000L;
    private static final long TOLD_EVERY_MILLIS = 1_000;

    private final RulesInForce served;
    private final Path folder;
    private final Optional<Path> fixtures;
    private final FolderWatch watch;
    private final Thread thread = new Thread(this::watch, "watching");
    private InForce current;
    private Saved seen;
    private Optional<Standing.Refused> refused = Optional.empty();
    private long number;
    private long told;

    private Watching(RulesInForce served, RuleBase rules, Path folder, Optional<Path> fixtures) throws IOException {
        this.served = served;
        this.folder = folder;
        this.fixtures = fixtures;
        this.watch = new FolderWatch(fixtures.map(cases -> List.of(folder, cases)).orElse(List.of(folder)));
        this.seen = Saved.of(folder, fixtures);
        this.current = new InForce(rules, served.edition().evaluator(), seen);
    }

    /**
     * Watches until closed.
     *
     * @param rules    what is in force, as it stands in the folder
     * @param fixtures the folder of the cases; the shipped ones otherwise
     */
    public static Watching start(RulesInForce served, RuleBase rules, Path folder, Optional<Path> fixtures) {
        try {
            Watching watching = new Watching(served, rules, folder, fixtures);
            watching.tell();
            watching.thread.setDaemon(true);
            watching.thread.start();
            return watching;
        } catch (IOException unwatchable) {
            throw new InputException(folder.toString(), "cannot be watched for changes: " + unwatchable.getMessage() + ". Use --no-watch.");
        }
    }

    private void watch() {
        try {
            warmUp();
            while (!Thread.currentThread().isInterrupted()) {
                watch.await(current.isOpen() ? 1 : LOOK_MILLIS);
                look();
                runOpenCases();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException unwatchable) {
            refuse(List.of(new Problem(folder.toString(), "can no longer be watched. Start the program again.")));
        }
    }

    /** So that the first save takes no longer than later ones. */
    private void warmUp() {
        current.cases(this::read);
        tryOut(new Evaluator(RuleBase.of(current.saved().rules())));
    }

    /** A fault that meets everybody is found before anybody meets it. */
    private static void tryOut(Evaluator evaluator) {
        evaluator.evaluate(Facts.none(), new Request(Evaluator.today(Clock.systemUTC()), evaluator.policy().readings().get(0), List.of(), false));
    }

    /** Also what no event told of is found, since contents are compared. */
    private void look() {
        try {
            Saved now = Saved.of(folder, fixtures);
            if (!now.sameAs(seen)) {
                seen = now;
                take(now);
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
        if (now.sameAs(current.saved())) {
            accept(current);
            return;
        }
        RuleBase rules = now.rules().digest().equals(current.saved().rules().digest()) ? current.rules() : RuleBase.of(now.rules());
        InForce edited = new InForce(rules, rules == current.rules() ? current.evaluator() : new Evaluator(rules), now);
        Regression before = current.cases(this::read);
        Regression cases = edited.cases(any -> cases(edited, before, now));
        tryOut(edited.evaluator());
        List<Fixture> concerned = concerned(edited, before, cases);
        List<Problem> problems = new ArrayList<>(cases.problems());
        List<Fixture> run = new ArrayList<>();
        long end = System.nanoTime() + BEFORE_SWAP_NANOS;
        while (problems.isEmpty() && run.size() < concerned.size() && System.nanoTime() < end) {
            List<Fixture> some = concerned.subList(run.size(), Math.min(run.size() + CASES_AT_A_TIME, concerned.size()));
            some.parallelStream().flatMap(one -> problems(edited, one).stream()).forEachOrdered(problems::add);
            run.addAll(some);
        }
        if (problems.isEmpty()) {
            edited.follow(current, run, concerned);
            accept(edited);
        } else {
            refuse(problems);
        }
    }

    private Regression read(Evaluator evaluator) {
        return fixtures.map(place -> Regression.of(place, evaluator)).orElseGet(() -> Regression.builtIn(evaluator));
    }

    /** Cases are read anew where they, or the names they use, are others. */
    private Regression cases(InForce edited, Regression before, Saved now) {
        boolean same = now.cases().equals(current.saved().cases()) && Names.of(edited.evaluator().policy()).equals(Names.of(current.evaluator().policy()));
        return same ? before.against(edited.evaluator()) : read(edited.evaluator());
    }

    /** Those that are others than before, then those that the edited rules can bring to something else, the nearest first. */
    private List<Fixture> concerned(InForce edited, Regression before, Regression cases) {
        Set<Fixture> concerned = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Fixture> inOrder = new ArrayList<>();
        if (cases.fixtures() != before.fixtures()) {
            Set<Fixture> known = new HashSet<>(before.fixtures());
            cases.fixtures().stream().filter(one -> !known.contains(one)).forEach(inOrder::add);
        }
        concerned.addAll(inOrder);
        new Concern(current.evaluator().policy(), edited.evaluator().policy()).of(cases.fixtures()).stream().filter(concerned::add).forEach(inOrder::add);
        return inOrder;
    }

    private static Problem problem(Difference difference) {
        return new Problem(Told.place(difference.fixture()), Told.inShort(difference) + ". Mend the rule, or the case where the policy itself has changed.");
    }

    private void accept(InForce rules) {
        if (rules.evaluator() != served.edition().evaluator()) {
            served.replace(rules.evaluator());
        }
        current = rules;
        refused = Optional.empty();
        tell();
    }

    private void refuse(List<Problem> problems) {
        Standing.Refused now = Standing.Refused.of(refused.map(Standing.Refused::since).orElseGet(Instant::now), problems);
        if (!refused.equals(Optional.of(now))) {
            refused = Optional.of(now);
            tell();
        }
    }

    private void runOpenCases() {
        for (int run = 0; run < CASES_AT_A_TIME && current.isOpen(); run++) {
            Fixture one = current.next().orElseThrow();
            List<Problem> problems = problems(current, one);
            if (problems.isEmpty()) {
                current.held();
            } else if (problems(current.sound(), one).isEmpty()) {
                accept(current.sound());
                refuse(problems);
            } else {
                current.failedBefore(Told.place(one));
            }
            if (!current.isOpen()) {
                current.settle();
                tell();
            }
        }
        if (current.isOpen() && System.currentTimeMillis() - told > TOLD_EVERY_MILLIS) {
            tell();
        }
    }

    private List<Problem> problems(InForce rules, Fixture one) {
        try {
            return rules.cases(this::read).differences(one).stream().map(Watching::problem).toList();
        } catch (RuleFault broken) {
            return List.of(new Problem(Told.place(one), broken.getMessage()));
        }
    }

    private void tell() {
        told = System.currentTimeMillis();
        served.stand(current.standing(++number, refused));
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
