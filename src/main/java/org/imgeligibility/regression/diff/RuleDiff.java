package org.imgeligibility.regression.diff;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.rulebase.Policy;

/** Two rule folders, to be put to the same applicants. */
public final class RuleDiff {

    private final Side from;
    private final Side to;
    private final List<Change> changes;
    private final Edit edit;
    private final MadeUp madeUp;

    private RuleDiff(Side from, Side to) {
        this.from = from;
        this.to = to;
        this.changes = Change.between(Elements.of(from.files(), from.policy()), Elements.of(to.files(), to.policy()));
        this.edit = new Edit(from, to, changes);
this.madeUp = new MadeUp(from, to, edit);
    }

    /**
     * Which differences are of interest.
     *
     * @param readings  those to evaluate under; none for all
     * @param questions which to ask
     * @param fixed     whether each applicant stays on its own day, and is not put to the days of the edit too
     */
    public record Interest(List<String> readings, Predicate<String> questions, boolean fixed) {
    }

    /** @throws InputException with all that is wrong with either folder */
    public static RuleDiff of(Path from, Path to) {
        CompletableFuture<Side> before = CompletableFuture.supplyAsync(() -> Side.of(from));
        CompletableFuture<Side> after = CompletableFuture.supplyAsync(() -> Side.of(to));
        List<Problem> problems = new ArrayList<>();
        List<Side> sides = Stream.of(before, after).flatMap(side -> loaded(side, problems).stream()).toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems.stream().distinct().toList());
        }
return new RuleDiff(sides.get(0), sides.get(1));
    }

    private static Optional<Side> loaded(CompletableFuture<Side> side, List<Problem> problems) {
        try {
            return Optional.of(side.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof InputException unusable) {
                problems.addAll(unusable.problems());
                return Optional.empty();
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** The policy after the edit. */
    public Policy policy() {
        return to.policy();
    }

    public List<Change> changes() {
        return changes;
    }

    /** The applicants of a folder of fixtures, or of the shipped ones, on their days or all on one. */
    public Subjects fixtures(Optional<Path> place, Optional<LocalDate> day) {
        return new Readers(from, to).fixtures(place, day);
    }

    /** Applicants one a line, as JSON. */
    public Subjects lines(String file, List<String> lines, LocalDate day) {
        return new Readers(from, to).lines(file, lines, day);
    }

    public Subjects generated(long seed, int count, Optional<LocalDate> day) {
        return madeUp.subjects(seed, count, day);
    }

    /** @param whenDone called from several threads whenever an applicant is done */
    public DiffReport run(Subjects subjects, Interest interest, Runnable whenDone) {
List<String> readings = interest.readings().isEmpty() ? to.policy().readings() : interest.readings();
        Pair pair = new Pair(from, to, edit, readings, interest.questions());
        Seen seen = new Search(pair, madeUp, interest.fixed() ? List.of() : edit.days(), readings.get(0)).among(subjects.all(), whenDone);
List<Group> groups = new Witnesses(pair, from, to).groups(seen);
List<Period> periods = new Periods(pair, from.policy(), to.policy()).of(seen, groups);
return new DiffReport(from.policy().digest(), to.policy().digest(), changes, subjects, seen.differing(), seen.otherwise(), seen.directions(), groups, periods, unknown(subjects), labels());
    }

    private Labels labels() {
        return new Labels(from.policy(), to.policy());
    }

    /** Facts that were said and only one side knows. */
    private List<String> unknown(Subjects subjects) {
        return subjects.all().stream().flatMap(subject -> {
            Map<String, Object> before = from.known(subject.facts()).values();
            Map<String, Object> after = to.known(subject.facts()).values();
            return subject.facts().values().keySet().stream().filter(path -> !before.containsKey(path) || !after.containsKey(path));
        }).distinct().sorted().toList();
    }
}
