package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.facts.Vocabulary;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Expression;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Matching;
import org.imgeligibility.rulebase.language.Prospect;
import org.imgeligibility.rulebase.language.Prospects;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/**
 * Looks for the facts of an applicant on whom rules behave in some way on a day. Nothing is said that no rule asks
 * for: as long as a rule waits for an unknown fact, the values about which its conditions turn are tried one by one.
 */
final class Search {

    private final Policy policy;
    private final Instances instances;
    private final List<Rule> refusals;
    private final int effort;
    private final Map<LocalDate, Map<Type, List<Instance>>> rows = new HashMap<>();
    private int cutShort;

    /** @param effort how many steps one search may take */
    Search(Policy policy, int effort) {
        this.policy = policy;
        this.instances = new Instances(policy);
        this.refusals = policy.rules().stream().filter(rule -> rule.word() == Word.REFUSE).toList();
        this.effort = effort;
    }

    /** How many searches came to no end. */
    int cutShort() {
        return cutShort;
    }

    /** What a search ended with: facts, or none where none exist or, {@code whole} being false, none were found in time. */
    record Result(Optional<Facts> facts, boolean whole) {
    }

    /** Facts for which every one of some rules matches. */
    Result together(List<Aspect> aspects, LocalDate day) {
        return new Run(aspects, day, true).result();
    }

    /** Facts for which none of some rules matches, nor could if more were known. */
    Result silent(List<Aspect> aspects, LocalDate day) {
        return new Run(aspects, day, false).result();
    }

    private final class Run {

        private final List<Aspect> aspects;
        private final boolean together;
        private final LocalDate day;
        private final Map<String, Object> said = new LinkedHashMap<>();
        private final boolean refuses;
        private int steps;

        private Run(List<Aspect> aspects, LocalDate day, boolean together) {
            this.aspects = aspects;
            this.day = day;
            this.together = together;
            this.refuses = aspects.stream().anyMatch(aspect -> aspect.rule().word() == Word.REFUSE);
        }

        private Result result() {
            boolean found = absences(absentMeansNone(), 0);
            cutShort += !found && steps > effort ? 1 : 0;
            return new Result(found ? Optional.of(new Facts(Optional.empty(), said)) : Optional.empty(), found || steps <= effort);
        }

        /** The facts that no rule waits for, since leaving them out says that there is none. */
        private List<String> absentMeansNone() {
            List<String> tested = aspects.stream().flatMap(aspect -> aspect.rule().patterns().stream().flatMap(pattern -> pattern.constraints().stream())
                    .flatMap(Expression::fields).map(field -> aspect.rule().patterns().get(field.pattern()).type().name() + "." + field.field().name())).distinct().toList();
            return policy.vocabulary().slots().values().stream().filter(slot -> slot.field().absentMeansNone() && tested.contains(slot.section().typeName() + "." + slot.field().name()))
                    .map(Vocabulary.Slot::path).toList();
        }

        private boolean absences(List<String> paths, int at) {
            if (at == paths.size()) {
                return step();
            }
            if (absences(paths, at + 1)) {
                return true;
            }
            return paths.size() <= 2 && Stream.of(day.minusDays(1), day, day.plusDays(1)).anyMatch(value -> with(paths.get(at), value, () -> absences(paths, at + 1)));
        }

        private boolean step() {
            if (++steps > effort) {
                return false;
            }
            Map<Type, List<Instance>> all = new HashMap<>(rows.computeIfAbsent(day, instances::on));
            all.putAll(instances.sections(new Facts(Optional.empty(), said)));
            if (!refuses && refusals.stream().anyMatch(rule -> !Matching.of(rule, all).isEmpty())) {
                return false;
            }
            return together ? together(all) : silent(all);
        }

        private boolean together(Map<Type, List<Instance>> all) {
            Optional<List<Prospect>> open = Optional.empty();
            for (Aspect aspect : aspects) {
                List<Prospect> prospects = prospects(aspect, all);
                if (prospects.isEmpty()) {
                    return false;
                }
                if (open.isEmpty() && prospects.stream().noneMatch(Prospect::isMatch)) {
                    open = Optional.of(prospects);
                }
            }
            return open.map(prospects -> ask(prospects.get(0), all)).orElse(true);
        }

        private boolean silent(Map<Type, List<Instance>> all) {
            Optional<Prospect> open = Optional.empty();
            for (Aspect aspect : aspects) {
                List<Prospect> prospects = prospects(aspect, all);
                if (prospects.stream().anyMatch(Prospect::isMatch)) {
                    return false;
                }
                open = open.or(() -> prospects.stream().findFirst());
            }
            return open.map(prospect -> ask(prospect, all)).orElse(true);
        }

        private List<Prospect> prospects(Aspect aspect, Map<Type, List<Instance>> all) {
            return new Prospects(all, List.of()).of(aspect.rule(), aspect::fits);
        }

        private boolean ask(Prospect prospect, Map<Type, List<Instance>> all) {
            String path = prospect.waits().stream().sorted().findFirst().orElseThrow();
            Vocabulary.Slot slot = policy.vocabulary().slots().get(path);
            Turns turns = new Turns(slot, day);
            aspects.forEach(aspect -> prospects(aspect, all).forEach(one -> turns.at(aspect.rule(), one.facts())));
            return turns.values().stream().anyMatch(value -> with(path, value, this::step));
        }

        private boolean with(String path, Object value, java.util.function.BooleanSupplier then) {
            said.put(path, value);
            if (then.getAsBoolean()) {
                return true;
            }
            said.remove(path);
            return false;
        }
    }
}
