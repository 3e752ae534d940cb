package org.imgeligibility.regression;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.verdict.Brief;
import org.imgeligibility.verdict.Status;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.Reason;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Compares what came out with what a fixture expects of it. */
public final class Comparison {

    private final Fixture fixture;
    private final Fixture.Expectation expected;

    private Comparison(Fixture fixture, Fixture.Expectation expected) {
        this.fixture = fixture;
        this.expected = expected;
    }

    static Optional<Difference> of(Fixture fixture, Fixture.Expectation expected, VerdictDocument document) {
        Comparison comparison = new Comparison(fixture, expected);
        if (expected.isRefusal()) {
            return Optional.of(comparison.difference(refusal(expected), "an applicant without contradictions", List.of(), Optional.empty()));
        }
        if (expected.isBeside()) {
            Stream<Reason> shown = expected.of().equals(Fixture.CALENDAR) ? document.calendar().stream().map(VerdictDocument.Event::reason) : document.context().stream();
            return comparison.notShown(shown).map(absent -> comparison.difference(named(expected.notes()), "without " + named(absent), List.of(), Optional.empty()));
        }
        Optional<Verdict> verdict = document.verdicts().stream().filter(one -> one.question().equals(expected.of())).findFirst();
        return verdict.isPresent() ? comparison.with(verdict.get()) : comparison.with(document);
    }

    /** What a refusal of the applicant is to the fixture: what it expects, or one difference in place of all. */
    public static List<Difference> refused(Fixture fixture, InputException refusal) {
        Optional<Fixture.Expectation> awaited = fixture.expectations().stream().filter(Fixture.Expectation::isRefusal).findFirst();
        List<String> paths = refusal.problems().stream().map(Problem::path).toList();
        if (awaited.flatMap(Fixture.Expectation::missing).filter(wanted -> wanted.equals(new HashSet<>(paths))).isPresent()) {
            return List.of();
        }
        String expected = awaited.map(Comparison::refusal).orElse("an applicant that can be evaluated");
        return List.of(new Difference(fixture, awaited.map(Fixture.Expectation::of), expected, "refused: " + refusal.getMessage().replace("\n", " "), List.of(), Optional.empty()));
    }

    private Optional<Difference> with(VerdictDocument document) {
        Optional<VerdictDocument.Classification> found = document.classifications().stream().filter(one -> one.id().equals(expected.of())).findFirst();
        String value = found.map(VerdictDocument.Classification::value).orElse("not answered under this reading");
        if (value.equals(expected.outcome())) {
            return Optional.empty();
        }
        List<String> rules = found.flatMap(VerdictDocument.Classification::reason).map(reason -> Leaves.told(reason.rule())).stream().toList();
        return Optional.of(difference(expected.outcome(), value, rules, found.map(some -> expected.coming(some.value(), List.of(), List.of(), Map.of()))));
    }

    /** The notes expected that are not among those shown, if there are any. */
    private Optional<Set<String>> notShown(Stream<Reason> shown) {
        return left(expected.notes(), shown.map(reason -> reason.rule().name()).collect(Collectors.toSet()));
    }

    private static Optional<Set<String>> left(Set<String> wanted, Set<String> found) {
        Set<String> left = new LinkedHashSet<>(wanted);
        left.removeAll(found);
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private static String named(Set<String> notes) {
        return "\"" + String.join("\", \"", notes) + "\"";
    }

    private Optional<Difference> with(Verdict verdict) {
        Optional<Set<String>> absent = notShown(verdict.notes().stream());
        Map<String, Status> statuses = new HashMap<>();
        verdict.shown().forEach((id, shown) -> statuses.put(id, shown.status()));
        boolean same = holds(expected, new Brief.Answer(verdict.outcome().name(), verdict.because(), verdict.missing(), statuses, found(verdict), verdict.faults()));
        Optional<Set<String>> silent = left(expected.rules(), found(verdict));
        Map<String, String> came = statuses(expected, statuses);
        return same && absent.isEmpty() ? Optional.empty() : Optional.of(difference(
                told(expected.outcome(), expected.because(), expected.missing()) + apart(expected.requirements(), came) + silent.map(rules -> " by " + named(rules)).orElse("") + absent.map(notes -> " with the note " + named(notes)).orElse(""),
                told(verdict.outcome().name(), Optional.of(verdict.because()), expected.missing().map(any -> verdict.missing())) + apart(came, expected.requirements()) + silent.map(rules -> " not by " + named(rules)).orElse("") + faults(verdict) + absent.map(notes -> " without it").orElse(""),
                rules(verdict, came), absent.isPresent() || silent.isPresent() || !verdict.faults().isEmpty() ? Optional.empty() : Optional.of(expected.coming(verdict.outcome().name(), named(verdict), verdict.missing(), came))));
    }

    /** What the requirements that are expected to have some status have come to. */
    private static Map<String, String> statuses(Fixture.Expectation expected, Map<String, Status> statuses) {
        Map<String, String> came = new LinkedHashMap<>();
        expected.requirements().keySet().forEach(id -> came.put(id, Optional.ofNullable(statuses.getOrDefault(expected.of() + "/" + id, statuses.get(id)))
                .map(Status::name).orElse(Fixture.Expectation.NOT_ASKED)));
        return came;
    }

    /** The rules that the requirements shown rest on. */
    private static Set<String> found(Verdict verdict) {
        return verdict.shown().values().stream().flatMap(shown -> shown.reasons().stream()).map(reason -> reason.rule().name()).collect(Collectors.toSet());
    }

    private static String faults(Verdict verdict) {
        return verdict.faults().stream().map(fault -> ". " + fault).collect(Collectors.joining());
    }

    /** The statuses of one side that the other does not have. */
    private static String apart(Map<String, String> own, Map<String, String> others) {
        String told = own.entrySet().stream().filter(one -> !one.getValue().equals(others.get(one.getKey()))).map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : " with " + told;
    }

    /** Whether an answer is what was expected, as far as that was said, and the rules agree on it. */
    public static boolean holds(Fixture.Expectation expected, Brief.Answer answer) {
        return answer.faults().isEmpty() && expected.admits(answer.outcome())
                && expected.because().filter(leaves -> !sameLeaves(leaves, answer.because())).isEmpty()
                && expected.missing().filter(paths -> !paths.equals(new HashSet<>(answer.missing()))).isEmpty()
                && statuses(expected, answer.statuses()).equals(expected.requirements()) && answer.rules().containsAll(expected.rules());
    }

    private Difference difference(String wanted, String actual, List<String> rules, Optional<Fixture.Expectation> holds) {
        return new Difference(fixture, Optional.of(expected.of()), wanted, actual, rules, holds);
    }

    /** A leaf may be named without the prefix of the question it belongs to. */
    private static boolean sameLeaves(Set<String> expected, List<String> because) {
        return expected.size() == because.size()
                && because.stream().allMatch(leaf -> expected.stream().anyMatch(name -> names(name, leaf)));
    }

    private static boolean names(String name, String leaf) {
        return leaf.equals(name) || leaf.endsWith("/" + name);
    }

    /** The deciding leaves as the fixture would name them: in its own order and spelling, then those that are new. */
    private List<String> named(Verdict verdict) {
        Set<String> named = new LinkedHashSet<>();
        expected.because().orElse(Set.of()).stream().filter(name -> verdict.because().stream().anyMatch(leaf -> names(name, leaf))).forEach(named::add);
        verdict.because().stream().filter(leaf -> named.stream().noneMatch(name -> names(name, leaf)))
                .forEach(leaf -> named.add(leaf.startsWith(expected.of() + "/") ? leaf.substring(expected.of().length() + 1) : leaf));
        return List.copyOf(named);
    }

    private static String refusal(Fixture.Expectation awaited) {
        return "a refusal for " + String.join(", ", awaited.missing().orElse(Set.of()));
    }

    private static String told(String outcome, Optional<? extends Collection<String>> because, Optional<? extends Collection<String>> missing) {
        return (outcome.isEmpty() ? "any outcome" : outcome) + because.filter(leaves -> !leaves.isEmpty()).map(leaves -> " because of " + String.join(", ", leaves)).orElse("")
                + missing.map(paths -> paths.isEmpty() ? " missing nothing" : " missing " + String.join(", ", paths)).orElse("");
    }

    /** The rules on the leaves that only one side names, or that came to another status; where both say the same, on all that decide. */
    private List<String> rules(Verdict verdict, Map<String, String> came) {
        Leaves leaves = Leaves.of(verdict);
        Set<String> wanted = expected.because().orElse(Set.of());
        Set<String> moved = came.keySet().stream().filter(id -> !came.get(id).equals(expected.requirements().get(id))).collect(Collectors.toSet());
        List<String> apart = leaves.ids().filter(leaf -> moved.stream().anyMatch(name -> names(name, leaf))
                || !wanted.isEmpty() && verdict.because().contains(leaf) != wanted.stream().anyMatch(name -> names(name, leaf))).toList();
        List<String> telling = apart.isEmpty() ? verdict.because() : apart;
        return Stream.concat(telling.stream().flatMap(leaves::rules), leaves.exclusions()).distinct().toList();
    }
}
