package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.facts.Facts;
import org.imgeligibility.rulebase.Instances;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Instance;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Type;
import org.imgeligibility.rulebase.language.Word;

/** Looks for the facts of an applicant on whom rules behave in some way on a day. */
final class Search {

    private final Policy policy;
    private final Instances instances;
    private final List<Rule> refusals;
    private final int effort;
    private final Map<LocalDate, Map<Type, List<Instance>>> rows = new HashMap<>();
    private final Map<List<Object>, Result> known = new HashMap<>();
    private final Optional<Marks> marks;
    private final Set<String> answered;
    private final Set<String> empty = new HashSet<>();
    private int cutShort;

    /** @param effort how many steps one search may take */
    Search(Policy policy, int effort) {
        this(policy, effort, Optional.empty(), Set.of());
    }

    /** @param answered the marks of searches of which it is known that they find nothing */
    Search(Policy policy, int effort, Marks marks, Set<String> answered) {
        this(policy, effort, Optional.of(marks), answered);
    }

    private Search(Policy policy, int effort, Optional<Marks> marks, Set<String> answered) {
        this.marks = marks;
        this.answered = answered;
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
        return facts(aspects, List.of(), day);
    }

    /** Facts for which none of some rules matches, nor could if more were known. */
    Result silent(List<Aspect> aspects, LocalDate day) {
        return facts(List.of(), aspects, day);
    }

    /**
     * Facts for which some rules match and others do not, nor could if more were known. The same question is asked under
     * several readings, and answered once.
     */
    Result facts(List<Aspect> matching, List<Aspect> silent, LocalDate day) {
        return known.computeIfAbsent(List.of(day, names(matching), names(silent)), any -> answer(matching, silent, day));
    }

    private static List<Object> names(List<Aspect> aspects) {
        return aspects.stream().<Object>map(aspect -> List.of(System.identityHashCode(aspect.rule()), aspect.pins())).toList();
    }

    private Result answer(List<Aspect> matching, List<Aspect> silent, LocalDate day) {
        List<Aspect> aspects = Stream.concat(matching.stream(), silent.stream()).toList();
        boolean refuses = aspects.stream().anyMatch(aspect -> aspect.rule().word() == Word.REFUSE);
        Map<Type, List<Instance>> all = rows.computeIfAbsent(day, instances::on);
        Scene scene = new Scene(policy, instances, all, aspects, refuses ? List.of() : refusals);
        Optional<String> mark = marks.map(naming -> naming.of(scene, all, day, matching.size(), effort));
        Result result = mark.filter(answered::contains).isPresent() ? new Result(Optional.empty(), true) : new Trials(scene, day, matching.size(), effort).result();
        cutShort += result.whole() ? 0 : 1;
        mark.filter(named -> result.whole() && result.facts().isEmpty()).ifPresent(empty::add);
        return result;
    }

    /** The marks of those that came to an end without facts. */
    Set<String> empty() {
        return empty;
    }
}
