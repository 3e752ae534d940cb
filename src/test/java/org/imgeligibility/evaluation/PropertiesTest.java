package org.imgeligibility.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.regression.generated.Applicant;
import org.imgeligibility.regression.generated.ApplicantFile;
import org.imgeligibility.regression.generated.Drawn;
import org.imgeligibility.regression.generated.Shrinking;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.RuleBase;
import org.imgeligibility.verdict.DocumentJson;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.VerdictDocument.Verdict;
import org.junit.jupiter.api.Test;

/** What holds of every verdict, whoever the applicant is: shown on generated ones, each failure by the fewest facts. */
class PropertiesTest {

    private static final Evaluator EVALUATOR = new Evaluator(RuleBase.builtIn());
    private static final Policy POLICY = EVALUATOR.policy();
    private static final Set<Outcome> FINAL = Set.of(Outcome.ELIGIBLE, Outcome.INELIGIBLE, Outcome.NOT_APPLICABLE);
    private static final List<Double> KNOWN = List.of(0.95, 0.7, 0.4, 0.1, 0.0);

    @Test
    void furtherFactsNeverOverturnADecidedVerdictAndWhatMovesAnOpenOneWasNamedAsMissing() {
        assertThat(Drawn.findings(POLICY, "further facts", 200, applicant -> {
            Random random = random(applicant);
            List<String> learned = learnable(applicant.facts());
            Collections.shuffle(learned, random);
            List<String> questions = Drawn.questions(POLICY, random);
            Map<String, Verdict> more = verdicts(applicant, questions);
            List<String> wrong = new ArrayList<>();
            Applicant all = applicant;
            for (double share : KNOWN) {
                Set<String> later = new LinkedHashSet<>(learned.subList((int) (learned.size() * share), learned.size()));
                Map<String, Verdict> fewer = verdicts(without(applicant, later), questions);
                Applicant whole = all;
                more.values().stream().filter(verdict -> !follows(fewer.get(verdict.question()), verdict, later))
                        .map(verdict -> overturned(whole, later, verdict.question())).forEach(wrong::add);
                more = fewer;
                all = without(applicant, later);
            }
            return wrong.stream();
        })).isEmpty();
    }

    /** Whether a verdict can follow from another by learning some facts. */
    private static boolean follows(Verdict before, Verdict after, Set<String> learned) {
        return before.outcome() == after.outcome() || !FINAL.contains(before.outcome()) && (before.outcome() != Outcome.NOT_YET || after.outcome() == Outcome.INELIGIBLE)
                && before.missing().stream().anyMatch(learned::contains);
    }

    private static String overturned(Applicant applicant, Set<String> learned, String question) {
        Applicant small = Shrinking.smallest(applicant, some -> !follows(verdict(without(some, learned), question), verdict(some, question), learned));
        Verdict before = verdict(without(small, learned), question);
        return told(small, question) + "; learned last: " + small.facts().values().keySet().stream().filter(learned::contains).toList()
                + "; before: " + before.outcome() + ", missing " + before.missing();
    }

    @Test
    void theFactsAVerdictRestsOnBringItAboutAlone() {
        assertThat(Drawn.findings(POLICY, "facts that a verdict rests on", 150, applicant ->
                verdicts(applicant, Drawn.questions(POLICY, random(applicant))).values().stream().filter(verdict -> !isBroughtAbout(applicant, verdict)).map(verdict -> {
                    Applicant small = Shrinking.smallest(applicant, some -> !isBroughtAbout(some, verdict(some, verdict.question())));
                    return told(small, verdict.question()) + "; rests on " + verdict(small, verdict.question()).facts();
                }))).isEmpty();
    }

    private static boolean isBroughtAbout(Applicant applicant, Verdict verdict) {
        Map<String, Object> given = applicant.facts().values();
        return verdict.outcome() == Outcome.UNDETERMINED ? verdict.facts().isEmpty() : given.entrySet().containsAll(verdict.facts().entrySet())
                && verdict(with(applicant, verdict.facts()), verdict.question()).outcome() == verdict.outcome();
    }

    @Test
    void theOrderOfAFileDoesNotShow() {
        assertThat(Drawn.findings(POLICY, "order", 50, applicant -> {
            Request request = new Request(applicant.asOf(), applicant.reading(), Drawn.questions(POLICY, random(applicant)), true);
            String document = DocumentJson.of(EVALUATOR.evaluate(applicant.facts(), request), false);
            String shuffled = DocumentJson.of(EVALUATOR.evaluate(ApplicantFile.of(applicant.facts(), POLICY.vocabulary(), random(applicant)), request), false);
            return document.equals(shuffled) ? Stream.empty() : Stream.of(applicant.facts().values().toString());
        })).isEmpty();
    }

    private static Random random(Applicant applicant) {
        return new Random(applicant.facts().values().hashCode());
    }

    /** Facts whose absence means "not known". */
    private static List<String> learnable(Facts facts) {
        return new ArrayList<>(facts.values().keySet().stream().filter(path -> !POLICY.vocabulary().slots().get(path).field().absentMeansNone()).toList());
    }

    private static Applicant without(Applicant applicant, Set<String> paths) {
        Map<String, Object> fewer = new LinkedHashMap<>(applicant.facts().values());
        fewer.keySet().removeAll(paths);
        return with(applicant, fewer);
    }

    private static Applicant with(Applicant applicant, Map<String, Object> facts) {
        return new Applicant(applicant.asOf(), applicant.reading(), new Facts(applicant.facts().id(), facts));
    }

    private static Map<String, Verdict> verdicts(Applicant applicant, List<String> questions) {
        return EVALUATOR.evaluate(applicant.facts(), new Request(applicant.asOf(), applicant.reading(), questions, false)).verdicts().stream()
                .collect(Collectors.toMap(Verdict::question, verdict -> verdict, (one, two) -> one, TreeMap::new));
    }

    private static Verdict verdict(Applicant applicant, String question) {
        return verdicts(applicant, List.of(question)).get(question);
    }

    private static String told(Applicant applicant, String question) {
        return applicant.asOf() + ", reading " + applicant.reading() + ", " + question + " is " + verdict(applicant, question).outcome() + " by " + applicant.facts().values();
    }
}
