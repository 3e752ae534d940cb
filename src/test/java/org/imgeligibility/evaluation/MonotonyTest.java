package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.Fixture;
import org.imgeligibility.regression.Regression;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Learning a further fact never overturns a decided verdict, shown by taking facts of every fixture away: all facts
 * of the whole applicants, and for the other fixtures, which differ by little, a few drawn from all.
 */
class MonotonyTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final List<Fixture> FIXTURES = Regression.of(Path.of("fixtures"), EVALUATOR).fixtures()
            .stream().filter(fixture -> !fixture.expectsRefusal()).toList();
    private static final int DRAWN = 6;
    private static final Set<Outcome> FINAL = Set.of(Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.NOT_APPLICABLE);

    @Test
    void noSingleFactOverturnsADecidedVerdictAndWhatChangesAnOpenOneWasNamedAsMissing() {
        assertThat(FIXTURES.parallelStream().flatMap(fixture -> {
            Facts whole = facts(fixture);
            Map<String, Outcome> outcomes = outcomes(whole, fixture);
            return drawn(whole, fixture).stream().flatMap(path -> {
                VerdictDocument fewer = evaluate(whole.without(path), fixture);
                return Stream.concat(overturned(fixture, path, outcomes(fewer), outcomes), unnamed(fixture, path, fewer, outcomes));
            });
        }).toList()).isEmpty();
    }

    private static Stream<String> unnamed(Fixture fixture, String path, VerdictDocument fewer, Map<String, Outcome> outcomes) {
        return fewer.verdicts().stream().filter(verdict -> verdict.outcome() != outcomes.get(verdict.question()) && !verdict.missing().contains(path))
                .map(verdict -> fixture.name() + ": " + path + " was not named as missing for " + verdict.question());
    }

    @Test
    void noFactOverturnsADecidedVerdictWhateverElseIsKnown() {
        assertThat(FIXTURES.parallelStream().flatMap(fixture -> {
            Facts facts = facts(fixture);
            List<String> order = drawn(facts, fixture);
            List<String> overturned = new ArrayList<>();
            Map<String, Outcome> more = outcomes(facts, fixture);
            for (String path : order) {
                facts = facts.without(path);
                Map<String, Outcome> fewer = outcomes(facts, fixture);
                overturned(fixture, path, fewer, more).forEach(overturned::add);
                more = fewer;
            }
            return overturned.stream();
        }).toList()).isEmpty();
    }

    private static Stream<String> overturned(Fixture fixture, String path, Map<String, Outcome> fewer, Map<String, Outcome> more) {
        return fewer.keySet().stream().filter(question -> !allowed(fewer.get(question), more.get(question)))
                .map(question -> fixture.name() + ": learning " + path + " turns " + question + " from " + fewer.get(question) + " into " + more.get(question));
    }

    private static boolean allowed(Outcome before, Outcome after) {
        return before == after || !FINAL.contains(before) && (before != Outcome.NOT_YET || after == Outcome.INELIGIBLE);
    }

    private static Facts facts(Fixture fixture) {
        return ApplicantReader.read(EVALUATOR.policy().vocabulary(), fixture.applicant(), List.of()).facts();
    }

    /** Facts to take away, in an order of their own for each fixture. */
    private static List<String> drawn(Facts facts, Fixture fixture) {
        List<String> order = new ArrayList<>(learnable(facts));
        Collections.shuffle(order, new Random(fixture.name().hashCode()));
        return fixture.file().contains("applicants/") ? order : order.subList(0, Math.min(DRAWN, order.size()));
    }

    /** Facts whose absence means "not known"; where it means "none", taking one away says something else. */
    private static List<String> learnable(Facts facts) {
        return facts.values().keySet().stream().filter(path -> !EVALUATOR.policy().vocabulary().slots().get(path).field().absentMeansNone()).toList();
    }

    private static Map<String, Outcome> outcomes(Facts facts, Fixture fixture) {
        return outcomes(evaluate(facts, fixture));
    }

    private static Map<String, Outcome> outcomes(VerdictDocument document) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        document.verdicts().forEach(verdict -> outcomes.put(verdict.question(), verdict.outcome()));
        return outcomes;
    }

    private static VerdictDocument evaluate(Facts facts, Fixture fixture) {
        VerdictDocument document = EVALUATOR.evaluate(facts, new Request(fixture.asOf(), fixture.reading(), fixture.questions(), false));
        assertThat(document.verdicts()).as(fixture.name()).allMatch(verdict -> verdict.faults().isEmpty()).extracting(Verdict::question).isNotEmpty();
        return document;
    }
}
