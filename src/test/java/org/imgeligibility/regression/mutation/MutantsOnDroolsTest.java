package org.imgeligibility.regression.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.evaluation.Evaluator;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.regression.generated.Needs;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.rulebase.language.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine says of edited rules what interpretation said: a sample of edits is compiled, over the rules that one
 * question depends on, and the fixtures of that question are run.
 */
class MutantsOnDroolsTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final List<Fixture> FIXTURES = Regression.of(Path.of("fixtures"), EVALUATOR).fixtures();
    private static final int SAMPLE = 8;

    /** The policy with the rules alone that a question depends on. */
    private static Policy cut(Policy policy, String question) {
        Set<Rule> rules = new Scope(policy, new Needs(policy), Set.of(question), Set.of()).rules().keySet();
        return new Policy(policy.vocabulary(), policy.types(), policy.readings(), policy.sources(), policy.questions(), policy.requirements(), policy.classifications(),
                policy.rules().stream().filter(rules::contains).toList(), policy.tables(), policy.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"externship", "asylum-work-permit", "usmle-step-3"})
    void caughtAndSurvivedAgree(String question) {
        List<Fixture> fixtures = FIXTURES.stream().filter(fixture -> fixture.questions().equals(List.of(question)) && fixture.expectations().size() == 1
                && fixture.expectations().get(0).notes().isEmpty()).toList();
        assertThat(fixtures).hasSizeGreaterThan(5);
        Policy policy = cut(EVALUATOR.policy(), question);
        Mutation few = new Mutation(policy, fixtures);
        List<Mutant> mutants = new ArrayList<>(few.mutants(any -> true).stream().filter(mutant -> mutant.file().endsWith(".drl") || mutant.file().startsWith("parameters")).toList());
        Collections.shuffle(mutants, new Random(7));
        List<Mutant> caught = mutants.stream().filter(few::isCaught).limit(SAMPLE / 2).toList();
        List<Mutant> survived = mutants.stream().filter(mutant -> !few.isCaught(mutant)).limit(SAMPLE / 2).toList();
        assertThat(caught).isNotEmpty();
        assertThat(survived).isNotEmpty();
        Stream.concat(caught.stream(), survived.stream()).forEach(mutant ->
                assertThat(differs(RuleBase.of(mutant.change().in(policy)), fixtures)).as(question + ": " + mutant.id()).isEqualTo(caught.contains(mutant)));
    }

    private static boolean differs(RuleBase rules, List<Fixture> fixtures) {
        Regression regression = Regression.of(Path.of("fixtures/experience/clerkship.yaml"), new Evaluator(rules));
        return fixtures.stream().anyMatch(fixture -> !regression.differences(fixture).isEmpty());
    }
}
