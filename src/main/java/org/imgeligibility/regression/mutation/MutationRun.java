package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.Coverage.Count;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.rulebase.Policy;

/**
 * Scores fixtures by the edits they notice.
 *
 * @param equivalent reasons by edit, of those known to change no verdict
 * @param tries      how many applicants are made up to find one who shows a surviving edit
 */
public record MutationRun(Policy policy, List<Fixture> fixtures, Map<String, String> equivalent, long seed, int tries) {

    /** At most so many of a hundred edits may be listed as equivalent. */
    static final int MOST_EQUIVALENT = 3;

    /**
     * @param file which files of the rules to edit
     * @param progress given how many edits there are, what to call whenever one is tried, from several threads
     */
    public MutationReport run(Predicate<String> file, IntFunction<Runnable> progress) {
        Mutation mutation = new Mutation(policy, fixtures);
        List<Mutant> all = mutation.mutants(file);
        List<Mutant> scored = all.stream().filter(mutant -> !equivalent.containsKey(mutant.id())).toList();
        Runnable step = progress.apply(scored.size());
        List<Mutant> survivors = mutation.survivors(scored, step);
        Search search = new Search(mutation);
        Sketch sketch = new Sketch(policy.vocabulary());
        List<MutationReport.Survivor> told = survivors.parallelStream()
                .map(mutant -> new MutationReport.Survivor(mutant, search.witness(mutant, seed, tries).map(sketch::of).orElse(List.of()))).toList();
        return new MutationReport(problems(mutation, all, scored, file), counts(scored, new HashSet<>(survivors)), told, all.size() - scored.size(), mutation.unheard(file));
    }

    private List<Problem> problems(Mutation mutation, List<Mutant> all, List<Mutant> scored, Predicate<String> file) {
        List<Problem> problems = new ArrayList<>();
        mutation.failing(scored).forEach(fixture -> problems.add(new Problem(fixture.name(), "fails with the rules as they stand. Run regress, and correct the rules or the case first.")));
        Set<String> ids = new HashSet<>(all.stream().map(Mutant::id).toList());
        equivalent.keySet().stream().filter(id -> file.test(id.substring(0, Math.max(0, id.indexOf(" | ")))) && !ids.contains(id))
                .forEach(id -> problems.add(new Problem("", "no edit is called '" + id + "'. Take it off the list of equivalents.")));
        if ((all.size() - scored.size()) * 100L > (long) MOST_EQUIVALENT * all.size()) {
            problems.add(new Problem("", (all.size() - scored.size()) + " of " + all.size() + " edits are listed as equivalent, more than " + MOST_EQUIVALENT + " %. Write fixtures for some."));
        }
        return problems;
    }

    private static Map<String, Count> counts(List<Mutant> scored, Set<Mutant> survivors) {
        Map<String, Count> counts = new TreeMap<>();
        scored.forEach(mutant -> counts.merge(mutant.file(), new Count(survivors.contains(mutant) ? 0 : 1, 1),
                (some, one) -> new Count(some.reached() + one.reached(), some.total() + one.total())));
        return counts;
    }
}
