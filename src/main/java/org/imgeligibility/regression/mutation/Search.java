package org.imgeligibility.regression.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.Generator;
import org.imgeligibility.regression.generated.Shrinking;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Looks for an applicant on whom an edit shows, among made-up ones at the edges of the edited rule. */
public final class Search {

    private final Mutation mutation;
    private final Bench bench;
    private final Policy policy;
    private final Generator generator;
    private final Map<Rule, List<String>> questions = Collections.synchronizedMap(new IdentityHashMap<>());

    public Search(Mutation mutation) {
        this.mutation = mutation;
        this.bench = mutation.bench();
        this.policy = bench.policy();
        this.generator = new Generator(policy);
    }

    /** The smallest applicant that could be made of the first one found, of so many tried; the same for a seed. */
    Optional<Witness> witness(Mutant mutant, long seed, int tries) {
        Bench.Edited edited = bench.new Edited(mutant.change());
        List<Rule> rules = rules(mutant);
        Random random = new Random(seed + mutant.id().hashCode());
        for (int number = 0; number < tries && !rules.isEmpty(); number++) {
            Rule rule = rules.get(random.nextInt(rules.size()));
            Applicant applicant = candidate(rule, mutant.change(), seed, number, random);
            Optional<Witness> found = tell(edited, applicant, asked(rule, random));
            if (found.isPresent()) {
                return Optional.of(smallest(edited, found.get()));
            }
        }
        return Optional.empty();
    }

    /** The first of some applicants on whom an edit shows, each asked one question that depends on the rule. */
    Optional<Witness> among(Mutant mutant, List<Applicant> applicants, long seed) {
        Bench.Edited edited = bench.new Edited(mutant.change());
        List<Rule> rules = rules(mutant);
        Random random = new Random(seed + mutant.id().hashCode());
        return rules.isEmpty() ? Optional.empty() : applicants.stream().flatMap(applicant -> tell(edited, applicant, asked(rules.get(random.nextInt(rules.size())), random)).stream()).findFirst();
    }

    private List<Rule> rules(Mutant mutant) {
        return policy.rules().stream().filter(rule -> Deciding.decides(rule) && mutant.change().concerns(rule)).toList();
    }

    private Applicant candidate(Rule rule, Change change, long seed, int number, Random random) {
        List<Applicant> fixtures = mutation.applicants(rule);
        Applicant base = number % 3 == 0 || fixtures.isEmpty() ? generator.applicant(seed, number) : fixtures.get(random.nextInt(fixtures.size()));
        List<LocalDate> days = days(rule, change);
        boolean moved = !days.isEmpty() && random.nextBoolean();
        LocalDate day = moved ? days.get(random.nextInt(days.size())) : base.asOf();
        String reading = random.nextInt(3) == 0 ? policy.readings().get(random.nextInt(policy.readings().size())) : base.reading();
        Applicant moving = generator.on(day, reading, base, random);
        return rule.word() == Word.REFUSE ? generator.against(rule, moving, random) : generator.near(rule, moving, random, row -> change instanceof Change.OfCell cell && row == cell.row().fact());
    }

    /** The days on which an edit of dates shows, and their neighbours. */
    private static List<LocalDate> days(Rule rule, Change change) {
        List<LocalDate> days = new ArrayList<>();
        Stream.of(rule.from(), rule.until()).flatMap(Optional::stream).forEach(days::add);
        if (change instanceof Change.OfCell cell) {
            Stream.of(cell.row(), cell.edited()).flatMap(row -> row.fact().values().values().stream()).filter(LocalDate.class::isInstance).forEach(value -> days.add((LocalDate) value));
        }
        return days.stream().flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1))).distinct().toList();
    }

    /** What to ask: a question that depends on the rule, drawn, or none where only classifications do. */
    private Set<String> asked(Rule rule, Random random) {
        List<String> dependent = questions.computeIfAbsent(rule, this::dependent);
        return dependent.isEmpty() ? Set.of() : Set.of(dependent.get(random.nextInt(dependent.size())));
    }

    private List<String> dependent(Rule rule) {
        return policy.questions().keySet().stream().filter(question -> bench.needs().of(question).stream().flatMap(id -> bench.needs().rules(id).stream()).anyMatch(one -> one == rule)).toList();
    }

    private Optional<Witness> tell(Bench.Edited edited, Applicant applicant, Set<String> asked) {
        Trial trial = bench.trial(applicant, asked, asked.isEmpty() ? bench.classifications() : Set.of());
        if (!edited.matchesDiffer(trial) && !edited.openingsDiffer(trial)) {
            return Optional.empty();
        }
        Ruling stands = Ruling.of(bench.judge(trial, true));
        Ruling now = Ruling.of(edited.judge(trial, true));
        List<String> differing = stands.differing(now);
        return differing.isEmpty() ? Optional.empty() : Optional.of(new Witness(applicant, differing, stands, now));
    }

    private Witness smallest(Bench.Edited edited, Witness witness) {
        String first = witness.differing().get(0);
        Set<String> asked = policy.questions().containsKey(first) ? new TreeSet<>(Set.of(first)) : Set.of();
        boolean outcome = witness.stands().outcomeDiffers(first, witness.edited());
        Applicant small = Shrinking.smallest(witness.applicant(), one -> tell(edited, one, asked).filter(told -> told.differing().contains(first) && (!outcome || told.stands().outcomeDiffers(first, told.edited()))).isPresent());
        return tell(edited, small, asked).orElse(witness);
    }
}
