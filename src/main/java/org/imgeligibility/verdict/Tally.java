package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Found;
import org.imgeligibility.rulebase.Group;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Requirement.Combine;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Word;

/**
 * What every requirement comes to on a day under a reading, and nothing else: for caseloads, where {@link Graph} would
 * make all that an explanation needs. It holds what is the same for everybody, with requirements as numbers; one
 * evaluation goes through them once. The two must agree, which a test sees to.
 */
final class Tally {

    private final Outline outline;
    private final Combine[] combines;
    private final Member[][] members;
    private final int[][] conditions;
    private final byte[] certain;
    private final Effect[][] hanging;
    private final Effect[][] ofGroups;
    private final Map<String, List<Value>> classifications = new HashMap<>();
    private final int[] order;

    record Member(int node, int guard, boolean unless) {
    }

    /** A conclusion on a requirement; {@code guard} is {@link Outline#NONE} where it hangs on no other. */
    record Effect(int on, byte status, int guard, boolean unless) {

        boolean counts(byte guardStatus) {
            return unless != (guardStatus == Status.MET.ordinal());
        }
    }

    record Value(String value, int guard, boolean unless) {
    }

    /** A shape that only a graph can follow: what an applicant's facts do to it is more than conclusions. */
    private static final class Beyond extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Beyond() {
            super(null, null, false, false);
        }
    }

    private Tally(Texts texts, InForce inForce, Common day, String reading) {
        this.outline = inForce.outline();
        List<Outline.Shape> shapes = IntStream.range(0, outline.size()).mapToObj(outline::shape).toList();
        this.combines = shapes.stream().map(shape -> shape.requirement().combine()).toArray(Combine[]::new);
        this.members = shapes.stream().map(shape -> shape.members().stream().map(part -> new Member(part.node(), part.guard(), part.unless())).toArray(Member[]::new)).toArray(Member[][]::new);
        this.conditions = shapes.stream().map(shape -> shape.conditions().stream().mapToInt(Outline.Except::node).toArray()).toArray(int[][]::new);
        Effect[][] common = shapes.stream().map(shape -> shape.found().stream().map(finding -> effect(shape.requirement().id(), finding)).toArray(Effect[]::new)).toArray(Effect[][]::new);
        this.ofGroups = day.groups().stream().map(group -> effects(group, texts, day, reading)).toArray(Effect[][]::new);
        inForce.findings().all(Word.CLASSIFY).sorted(Finding.ORDER).forEach(rule -> rule.ids("classification").forEach(id ->
                classifications.computeIfAbsent(id, any -> new ArrayList<>()).add(new Value(rule.ids("value").get(0), guard(rule), isUnless(rule)))));
        this.certain = new byte[common.length];
        this.hanging = new Effect[common.length][];
        Arrays.fill(certain, Algebra.NONE);
        for (int one = 0; one < common.length; one++) {
            for (Effect effect : common[one]) {
                certain[one] = effect.guard() < 0 ? Algebra.worse(certain[one], effect.status()) : certain[one];
            }
            hanging[one] = Arrays.stream(common[one]).filter(effect -> effect.guard() >= 0).toArray(Effect[]::new);
        }
        this.order = inOrder(common);
    }

    /** Empty where only a graph will do: where it hangs on the applicant what requires what, or rules are at fault. */
    static Optional<Tally> of(Texts texts, InForce inForce, Common day, String reading) {
        try {
            return day.groups().isEmpty() ? Optional.empty() : Optional.of(new Tally(texts, inForce, day, reading));
        } catch (Beyond | RuleFault shape) {
            return Optional.empty();
        }
    }

    /** @throws RuleFault for an id that is not defined */
    int number(String id) {
        return outline.number(id);
    }

    private int guard(Finding rule) {
        List<String> ids = rule.ids(isUnless(rule) ? "unless" : "where");
        return ids.isEmpty() ? Outline.NONE : outline.number(ids.get(0));
    }

    private static boolean isUnless(Finding rule) {
        return !rule.ids("unless").isEmpty();
    }

    private Effect effect(String on, Finding finding) {
        return new Effect(number(on), (byte) finding.status().ordinal(), guard(finding), isUnless(finding));
    }

    private Effect[] effects(Group group, Texts texts, Common day, String reading) {
        List<Effect> effects = new ArrayList<>();
        for (Ground ground : group.grounds()) {
            Word word = ground.rule().word();
            if (!ground.rule().holds(day.day(), reading)) {
                continue;
            }
            Finding finding = new Finding(new Match(ground.rule(), ground.chosen(), Optional.of(ground)), texts);
            if (word.isFinding() && finding.isFixed("requirement") && finding.isFixed("where") && finding.isFixed("unless")) {
                finding.ids("requirement").forEach(id -> effects.add(effect(id, finding)));
            } else if (word.isFinding() || word == Word.REQUIRE || word == Word.NOT_APPLICABLE || word == Word.CLASSIFY) {
                throw new Beyond();
            }
        }
        return effects.toArray(Effect[]::new);
    }

    /** The requirements so that each comes after all it follows from. */
    private int[] inOrder(Effect[][] common) {
        List<Set<Integer>> needs = new ArrayList<>();
        for (int one = 0; one < combines.length; one++) {
            Set<Integer> needed = new HashSet<>();
            Arrays.stream(members[one]).forEach(member -> needed.addAll(List.of(member.node(), member.guard())));
            Arrays.stream(conditions[one]).forEach(needed::add);
            needs.add(needed);
        }
        Stream.concat(Arrays.stream(common), Arrays.stream(ofGroups)).flatMap(Arrays::stream).forEach(effect -> {
            if (members[effect.on()].length > 0) {
                throw new Beyond();
            }
            needs.get(effect.on()).add(effect.guard());
        });
        List<Integer> done = new ArrayList<>();
        int[] seen = new int[combines.length];
        for (int one = 0; one < combines.length; one++) {
            visit(one, needs, seen, done);
        }
        return done.stream().mapToInt(one -> one).toArray();
    }

    private static void visit(int one, List<Set<Integer>> needs, int[] seen, List<Integer> done) {
        if (one < 0 || seen[one] == 2) {
            return;
        } else if (seen[one] == 1) {
            throw new Beyond();
        }
        seen[one] = 1;
        needs.get(one).forEach(next -> visit(next, needs, seen, done));
        seen[one] = 2;
        done.add(one);
    }

    /** One applicant. */
    Count count(Found found) {
        return new Count(this, found);
    }

    /** The requirements so that each comes after all it follows from. */
    int[] order() {
        return order;
    }

    Member[] members(int one) {
        return members[one];
    }

    Combine combine(int one) {
        return combines[one];
    }

    int[] conditions(int one) {
        return conditions[one];
    }

    /** What is concluded on each whoever the applicant is, and whatever else holds; for one evaluation to go on with. */
    byte[] certain() {
        return certain.clone();
    }

    /** What is concluded on it whoever the applicant is, where something else holds. */
    Effect[] hanging(int one) {
        return hanging[one];
    }

    Effect[] of(Group group) {
        return ofGroups[group.number()];
    }

    List<Value> values(String classification) {
        return classifications.getOrDefault(classification, List.of());
    }
}
