package org.imgeligibility.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.Common;
import org.imgeligibility.rulebase.Found;
import org.imgeligibility.rulebase.Group;
import org.imgeligibility.rulebase.Match;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Ground;
import org.imgeligibility.rulebase.language.Word;

/**
 * What every requirement comes to on a day under a reading, and nothing else: for caseloads, where {@link Graph} would
 * make all that an explanation needs. It holds what is the same for everybody, with requirements as numbers; one
 * evaluation goes through them once. The two must agree, which a test sees to.
 */
final class Tally {

    private static final byte NONE = (byte) Status.values().length;
    private static final Status[] STATUSES = Status.values();
    private static final Standing[] STANDINGS = Standing.values();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Requirement[] requirements;
    private final Member[][] members;
    private final int[][] conditions;
    private final Effect[][] common;
    private final Effect[][] ofGroups;
    private final Map<String, List<Value>> classifications = new HashMap<>();
    private final int[] order;

    private record Member(int node, int guard, boolean unless) {
    }

    /** A conclusion on a requirement; {@code guard} is -1 where it hangs on no other. */
    private record Effect(int on, byte status, int guard, boolean unless) {

        boolean counts(byte guardStatus) {
            return unless != (guardStatus == Status.MET.ordinal());
        }
    }

    private record Value(String value, int guard, boolean unless) {
    }

    /** A shape that only a graph can follow: what an applicant's facts do to it is more than conclusions. */
    private static final class Beyond extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Beyond() {
            super(null, null, false, false);
        }
    }

    private Tally(Policy policy, Texts texts, InForce inForce, Common day, String reading) {
        this.requirements = policy.requirements().values().toArray(Requirement[]::new);
        Arrays.stream(requirements).forEach(one -> numbers.put(one.id(), numbers.size()));
        Findings findings = inForce.findings();
        this.members = Arrays.stream(requirements).map(one -> findings.of(Word.REQUIRE, one.id()).stream().flatMap(this::members).toArray(Member[]::new)).toArray(Member[][]::new);
        this.conditions = Arrays.stream(requirements).map(one -> findings.of(Word.NOT_APPLICABLE, one.id()).stream()
                .flatMap(rule -> rule.ids("where").stream()).mapToInt(this::number).toArray()).toArray(int[][]::new);
        this.common = Arrays.stream(requirements).map(one -> findings.concluded(one.id()).stream().map(finding -> effect(one.id(), finding)).toArray(Effect[]::new)).toArray(Effect[][]::new);
        this.ofGroups = day.groups().stream().map(group -> effects(group, texts, day, reading)).toArray(Effect[][]::new);
        findings.all(Word.CLASSIFY).sorted(Finding.ORDER).forEach(rule -> rule.ids("classification").forEach(id ->
                classifications.computeIfAbsent(id, any -> new ArrayList<>()).add(new Value(rule.ids("value").get(0), number(guard(rule).orElseThrow()), isUnless(rule)))));
        this.order = inOrder();
    }

    /** Empty where only a graph will do: where it hangs on the applicant what requires what, or rules are at fault. */
    static Optional<Tally> of(Policy policy, Texts texts, InForce inForce, Common day, String reading) {
        try {
            return day.groups().isEmpty() ? Optional.empty() : Optional.of(new Tally(policy, texts, inForce, day, reading));
        } catch (Beyond shape) {
            return Optional.empty();
        }
    }

    private int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new Beyond();
        }
        return number;
    }

    private static Optional<String> guard(Finding rule) {
        return Stream.of("where", "unless").flatMap(name -> rule.ids(name).stream()).findFirst();
    }

    private static boolean isUnless(Finding rule) {
        return !rule.ids("unless").isEmpty();
    }

    private Stream<Member> members(Finding rule) {
        int guard = guard(rule).map(this::number).orElse(-1);
        return rule.ids("requires").stream().map(needed -> new Member(number(needed), guard, isUnless(rule)));
    }

    private Effect effect(String on, Finding finding) {
        return new Effect(number(on), (byte) finding.status().ordinal(), guard(finding).map(this::number).orElse(-1), isUnless(finding));
    }

    private Effect[] effects(Group group, Texts texts, Common day, String reading) {
        List<Effect> effects = new ArrayList<>();
        for (Ground ground : group.grounds()) {
            Word word = ground.rule().word();
            Finding finding = new Finding(new Match(ground.rule(), ground.chosen(), Optional.of(ground)), texts);
            if (!ground.rule().holds(day.day(), reading)) {
                continue;
            } else if (word.isFinding() && finding.isFixed("requirement") && finding.isFixed("where") && finding.isFixed("unless")) {
                finding.ids("requirement").forEach(id -> effects.add(effect(id, finding)));
            } else if (word.isFinding() || word == Word.REQUIRE || word == Word.NOT_APPLICABLE || word == Word.CLASSIFY) {
                throw new Beyond();
            }
        }
        return effects.toArray(Effect[]::new);
    }

    /** The requirements so that each comes after all it follows from. */
    private int[] inOrder() {
        List<Set<Integer>> needs = new ArrayList<>();
        for (int one = 0; one < requirements.length; one++) {
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
        int[] seen = new int[requirements.length];
        for (int one = 0; one < requirements.length; one++) {
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
        return new Count(found);
    }

    /** What the requirements of one applicant come to. */
    final class Count {

        private final byte[] status = new byte[requirements.length];
        private final byte[] standing = new byte[requirements.length];
        private final List<Effect>[] hanging;

        @SuppressWarnings("unchecked")
        private Count(Found found) {
            this.hanging = new List[requirements.length];
            Arrays.fill(status, NONE);
            for (Effect[] effects : common) {
                conclude(effects);
            }
            for (Group group : found.groups()) {
                conclude(ofGroups[group.number()]);
            }
            for (int one : order) {
                status[one] = members[one].length > 0 ? combined(one) : leaf(one);
                standing[one] = (byte) Node.standing(STATUSES[status[one]], exclusion(one)).ordinal();
            }
        }

        private void conclude(Effect[] effects) {
            for (Effect effect : effects) {
                if (effect.guard() < 0) {
                    status[effect.on()] = worse(status[effect.on()], effect.status());
                } else if (hanging[effect.on()] == null) {
                    hanging[effect.on()] = new ArrayList<>(List.of(effect));
                } else {
                    hanging[effect.on()].add(effect);
                }
            }
        }

        private static byte worse(byte one, byte other) {
            return one < other ? one : other;
        }

        private byte combined(int one) {
            Requirement.Combine combine = requirements[one].combine();
            Standing folded = Standing.LEFT_OUT;
            for (Member member : members[one]) {
                Status guard = member.guard() < 0 ? null : STATUSES[status[member.guard()]];
                folded = Standing.folded(combine, folded, Node.Member.guarded(STANDINGS[standing[member.node()]], guard, member.unless()));
            }
            return (byte) Standing.finish(combine, folded).ordinal();
        }

        private Status exclusion(int one) {
            Status exclusion = Status.BARRED;
            for (int condition : conditions[one]) {
                exclusion = exclusion.orBetter(STATUSES[status[condition]]);
            }
            return exclusion;
        }

        private byte leaf(int one) {
            byte certain = status[one];
            List<Effect> open = new ArrayList<>(0);
            for (Effect effect : hanging[one] == null ? List.<Effect>of() : hanging[one]) {
                byte guard = status[effect.guard()];
                if (guard == Status.UNKNOWN.ordinal()) {
                    open.add(effect);
                } else if (effect.counts(guard)) {
                    certain = worse(certain, effect.status());
                }
            }
            return inEachWay(certain, open);
        }

        /** The status that is the same however the open guards turn out, or that it is not known. */
        private byte inEachWay(byte certain, List<Effect> open) {
            if (open.isEmpty()) {
                return certain == NONE ? (byte) Status.UNKNOWN.ordinal() : certain;
            }
            int guard = open.get(0).guard();
            byte[] ways = new byte[2];
            for (int met = 0; met < 2; met++) {
                byte sofar = certain;
                List<Effect> rest = new ArrayList<>();
                for (Effect effect : open) {
                    if (effect.guard() != guard) {
                        rest.add(effect);
                    } else if (effect.unless() != (met == 1)) {
                        sofar = worse(sofar, effect.status());
                    }
                }
                ways[met] = inEachWay(sofar, rest);
            }
            return ways[0] == ways[1] ? ways[0] : (byte) Status.UNKNOWN.ordinal();
        }

        Outcome outcome(String question) {
            return Outcome.of(STANDINGS[standing[numbers.get(question)]]);
        }

        /** The value of a classification, as {@link Views#value} gives it. */
        String value(String classification) {
            for (Value one : classifications.getOrDefault(classification, List.of())) {
                Standing guard = STANDINGS[standing[one.guard()]];
                boolean met = guard == Standing.MET;
                if (guard != Standing.UNKNOWN && met != one.unless()) {
                    return one.value();
                }
            }
            return "UNKNOWN";
        }
    }
}
