package org.imgeligibility.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Rules that conclude the same on the same at different times: days on which none of them holds, or two do. */
final class Versions {

    /** What is said beside verdicts may come and go. */
    private static final Set<Word> DECIDING = EnumSet.of(Word.REQUIRE, Word.NOT_APPLICABLE, Word.CLASSIFY, Word.MET, Word.NOT_YET, Word.BARRED, Word.UNDECIDED);
    private static final Comparator<Rule> BY_START = Comparator.comparing((Rule rule) -> rule.from().orElse(LocalDate.MIN)).thenComparing(Rule::name);

    private final Search search;
    private final Map<List<Object>, Finding> found = new LinkedHashMap<>();

    private Versions(Search search) {
        this.search = search;
    }

    static Stream<Finding> findings(Folder folder, Search search) {
        Versions versions = new Versions(search);
        for (String reading : folder.policy().readings()) {
            Map<List<Object>, List<Rule>> same = new LinkedHashMap<>();
            folder.policy().rules().stream().filter(rule -> DECIDING.contains(rule.word()) && (rule.all("reading").isEmpty() || rule.all("reading").contains(reading)))
                    .forEach(rule -> targets(rule).forEach(target -> same.computeIfAbsent(target, any -> new ArrayList<>()).add(rule)));
            same.values().forEach(versions::look);
        }
        return versions.found.values().stream();
    }

    /** What a rule concludes on, and how: the same for versions of one rule. */
    private static Stream<List<Object>> targets(Rule rule) {
        return Stream.concat(rule.all("requirement").stream(), rule.all("classification").stream())
                .map(id -> List.of(id, rule.word(), rule.all("requires"), rule.all("value"), rule.all("where"), rule.all("unless")));
    }

    private void look(List<Rule> same) {
        List<Rule> ordered = same.stream().sorted(BY_START).toList();
        Rule last = ordered.get(0);
        for (Rule next : ordered.subList(1, ordered.size())) {
            if (last.until().isPresent() && next.from().isPresent() && last.until().get().isBefore(next.from().get())) {
                add(Check.DATE_HOLE, last, next, "from " + last.until().get() + " until " + next.from().get() + " neither \"" + last.name() + "\" (" + last.place() + ") nor this rule is in force, nor any other like them.");
            }
            last = last.until().isEmpty() || next.until().isPresent() && next.until().get().isBefore(last.until().get()) ? last : next;
        }
        ordered.forEach(one -> ordered.stream().filter(other -> isStaggered(one, other)).forEach(other -> overlap(one, other)));
    }

    /** Whether one begins while the other, which has an end, still holds, and outlasts it. */
    private static boolean isStaggered(Rule one, Rule other) {
        return one.until().isPresent() && other.from().isPresent() && one.from().filter(from -> !from.isBefore(other.from().get())).isEmpty()
                && other.from().get().isBefore(one.until().get()) && other.until().filter(until -> !until.isAfter(one.until().get())).isEmpty();
    }

    private void overlap(Rule one, Rule other) {
        if (search.together(List.of(Aspect.of(one), Aspect.of(other)), other.from().orElseThrow()).facts().isPresent()) {
            add(Check.DATE_OVERLAP, one, other, "from " + other.from().get() + " until " + one.until().orElseThrow() + " both this rule and \"" + one.name() + "\" (" + one.place() + ") are in force and can match.");
        }
    }

    private void add(Check check, Rule one, Rule other, String message) {
        found.putIfAbsent(List.of(check, one.name(), other.name()), new Finding(check, other.place(), About.rule(one, other), message + " Let date-expires of the one be date-effective of the other."));
    }
}
