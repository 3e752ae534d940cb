package org.imgeligibility.regression.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.regression.Comparison;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Rule;

/** Edits of a policy put to its fixtures. */
public final class Mutation {

    private final Bench bench;
    private final List<Tried> trials;
    private final Map<String, List<Tried>> lately = new ConcurrentHashMap<>();
    private final Map<Rule, List<Tried>> byRule = new IdentityHashMap<>();

    /** A fixture made ready. */
    private record Tried(Fixture fixture, ApplicantReader.Reading reading, Trial trial) {

        boolean namesMissing() {
            return fixture.expectations().stream().anyMatch(expected -> expected.missing().isPresent());
        }

        boolean passes(Judged judged) {
            return judged.answers().map(brief -> fixture.expectations().stream().allMatch(expected -> expected.isBeside() || brief.answers().containsKey(expected.of())
                    && Comparison.holds(expected, brief.answers().get(expected.of()))))
                    .orElseGet(() -> !judged.contradictions().isEmpty() && Comparison.refused(fixture, refusal(judged)).isEmpty());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        private InputException refusal(Judged judged) {
            return new InputException(judged.contradictions().stream().map(found -> new Problem(found.path().map(reading::inFile).orElse(""), found.sentence())).toList());
        }
    }

    public Mutation(Policy policy, List<Fixture> fixtures) {
        this.bench = new Bench(policy);
        this.trials = fixtures.parallelStream().map(this::tried).toList();
        trials.stream().sorted(java.util.Comparator.comparing(tried -> tried.fixture().expectations().size())).forEach(tried -> tried.trial().scope().rules().keySet().forEach(rule -> byRule.computeIfAbsent(rule, any -> new ArrayList<>()).add(tried)));
    }

    private Tried tried(Fixture fixture) {
        ApplicantReader.Reading reading = ApplicantReader.read(bench.policy().vocabulary(), fixture.applicant(), List.of());
        return new Tried(fixture, reading, bench.trial(new Applicant(fixture.asOf(), fixture.reading(), reading.facts()), Set.copyOf(fixture.questions()), classifications(fixture)));
    }

    private Set<String> classifications(Fixture fixture) {
        return fixture.expectations().stream().map(Fixture.Expectation::of).filter(bench.classifications()::contains).collect(Collectors.toSet());
    }

    Bench bench() {
        return bench;
    }

    /** Applicants of fixtures that a rule can matter to. */
    List<Applicant> applicants(Rule rule) {
        return byRule.getOrDefault(rule, List.of()).stream().map(tried -> tried.trial().applicant()).toList();
    }

    /** The fixtures concerned that do not pass with the rules as they stand; their verdict on an edit would tell nothing. */
    public List<Fixture> failing(List<Mutant> mutants) {
        Set<Rule> edited = Collections.newSetFromMap(new IdentityHashMap<>());
        mutants.stream().map(Mutant::change).forEach(change -> bench.policy().rules().stream().filter(change::concerns).forEach(edited::add));
        return trials.parallelStream().filter(tried -> tried.trial().scope().rules().keySet().stream().anyMatch(edited::contains)).filter(tried -> !tried.passes(bench.judge(tried.trial(), true))).map(Tried::fixture).toList();
    }

    /** Every edit of the rules and tables that decide, by file and place, as far as files are wanted. */
    public List<Mutant> mutants(Predicate<String> file) {
        Policy policy = bench.policy();
        List<Rule> deciding = policy.rules().stream().filter(Deciding::decides).toList();
        CellMutants cells = new CellMutants(policy, deciding);
        return Stream.concat(deciding.stream().filter(rule -> file.test(rule.place().file())).flatMap(rule -> RuleMutants.of(rule).stream()),
                policy.tables().values().stream().filter(table -> file.test(table.file())).flatMap(table -> cells.of(table).stream()))
                .sorted(java.util.Comparator.comparing(Mutant::file).thenComparing(Mutant::line)).toList();
    }

    /** How many rules decide nothing that a fixture can speak of, and so are not edited. */
    public long unheard(Predicate<String> file) {
        return bench.policy().rules().stream().filter(rule -> file.test(rule.place().file()) && !Deciding.decides(rule)).count();
    }

    /** The edits that no fixture notices. */
    public List<Mutant> survivors(List<Mutant> mutants, Runnable whenDone) {
        return mutants.parallelStream().filter(mutant -> {
            boolean caught = isCaught(mutant);
            whenDone.run();
            return !caught;
        }).toList();
    }

    boolean isCaught(Mutant mutant) {
        Bench.Edited edited = bench.new Edited(mutant.change());
        Set<Tried> concerned = new LinkedHashSet<>(lately.getOrDefault(mutant.subject(), List.of()));
        bench.policy().rules().stream().filter(mutant.change()::concerns).forEach(rule -> concerned.addAll(byRule.getOrDefault(rule, List.of())));
        List<Tried> others = new ArrayList<>();
        for (Tried tried : concerned) {
            if (!edited.matchesDiffer(tried.trial())) {
                others.add(tried);
            } else if (notices(tried, edited)) {
                return caughtBy(tried, mutant);
            }
        }
        return others.stream().anyMatch(tried -> tried.namesMissing() && edited.openingsDiffer(tried.trial()) && notices(tried, edited) && caughtBy(tried, mutant));
    }

    /** What caught one edit of a rule or row is tried first on the next. */
    private boolean caughtBy(Tried tried, Mutant mutant) {
        List<Tried> first = lately.computeIfAbsent(mutant.subject(), any -> new CopyOnWriteArrayList<>());
        if (!first.contains(tried)) {
            first.add(0, tried);
        }
        return true;
    }

    private static boolean notices(Tried tried, Bench.Edited edited) {
        return !tried.passes(edited.judge(tried.trial(), tried.namesMissing()));
    }
}
