package org.imgeligibility.regression.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.facts.Vocabulary.Slot;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Question;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * Makes applicants up for a policy: some of the vocabulary filled at random, then rules drawn and brought to the
 * edge of matching, many of them those that meet what one question asks for. Safe for use by many threads.
 */
public final class Generator {

    private final Policy policy;
    private final Pools pools;
    private final Instances instances;
    private final Soundness soundness;
    private final Needs needs;
    private final List<Rule> aims;

    public Generator(Policy policy) {
        this.policy = policy;
        this.pools = new Pools(policy);
        this.instances = new Instances(policy);
        this.soundness = new Soundness(policy);
        this.needs = new Needs(policy);
        this.aims = policy.rules().stream().filter(Generator::testsApplicant).toList();
    }

    private static boolean testsApplicant(Rule rule) {
        return rule.patterns().stream().anyMatch(pattern -> pattern.type().kind() == Type.Kind.SECTION);
    }

    /** So many applicants; each depends on the seed and its own number alone. */
    public Stream<Applicant> applicants(long seed, int count) {
        return IntStream.range(0, count).mapToObj(number -> applicant(seed, number));
    }

    /** The applicant of a number, of those that a seed gives. */
    public Applicant applicant(long seed, int number) {
        Random random = new Random((seed + 1) * 0x9E3779B97F4A7C15L ^ (number + 1L) * 0xC2B2AE3D27D4EB4FL);
        LocalDate asOf = pools.asOf(random);
        Draft draft = draft(asOf, Map.of());
        fill(draft, random);
        if (random.nextInt(3) > 0) {
            towards(Pools.draw(List.copyOf(policy.questions().values()), random), draft, random);
        }
        for (int left = random.nextInt(4); left > 0; left--) {
            Aim.at(Pools.draw(aims, random), draft, random);
        }
        return sound(draft, asOf, Pools.draw(policy.readings(), random), random);
    }

    /**
     * Another applicant on the way from a given one to the edge of a rule.
     *
     * @param base   whose facts stay where the rule does not test them, but for a few
     * @param wanted rows to match before others
     */
    public Applicant near(Rule rule, Applicant base, Random random, Predicate<Instance> wanted) {
        Draft draft = draft(base.asOf(), base.facts().values());
        for (int left = random.nextInt(4) == 0 ? 2 : 0; left > 0; left--) {
            Aim.at(Pools.draw(aims, random), draft, random);
        }
        Aim.at(rule, draft, random, wanted);
        return sound(draft, base.asOf(), base.reading(), random);
    }

    /** As {@link #near}, but left as it comes out: for a rule that refuses, an applicant who is refused or nearly so. */
    public Applicant against(Rule rule, Applicant base, Random random) {
        Draft draft = draft(base.asOf(), base.facts().values());
        Aim.at(rule, draft, random);
        return base.with(draft.facts());
    }

    /** The same facts on another day, without those that contradict it. */
    public Applicant on(LocalDate day, String reading, Applicant base, Random random) {
        return sound(draft(day, base.facts().values()), day, reading, random);
    }

    private Draft draft(LocalDate asOf, Map<String, Object> values) {
        return new Draft(policy, pools, instances, asOf, values);
    }

    private Applicant sound(Draft draft, LocalDate asOf, String reading, Random random) {
        return soundness.sound(new Applicant(asOf, reading, draft.facts()), draft.rows(), random);
    }

    /** From hardly anything known to everything. */
    private void fill(Draft draft, Random random) {
        int outOfTen = random.nextInt(11);
        for (Slot slot : policy.vocabulary().slots().values()) {
            if (random.nextInt(10) < outOfTen) {
                draft.fill(slot, random);
            }
        }
    }

    /** Aims at rules that meet what a question depends on, most of them but not all. */
    private void towards(Question question, Draft draft, Random random) {
        Set<String> requirements = needs.of(question.id());
        List<Rule> meeting = new ArrayList<>(requirements.stream().flatMap(id -> needs.rules(id).stream())
                .filter(rule -> rule.word() == Word.MET && testsApplicant(rule)).distinct().toList());
        Collections.shuffle(meeting, random);
        meeting.stream().limit(40).filter(rule -> random.nextInt(10) > 0).forEach(rule -> Aim.at(rule, draft, random));
    }
}
