package org.imgeligibility.regression;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.verdict.VerdictDocument;
import org.imgeligibility.verdict.VerdictDocument.RequirementView;
import org.imgeligibility.verdict.VerdictDocument.Verdict;

/** Compares a verdict with what a fixture expects of it. */
public final class Comparison {

    private Comparison() {
    }

    public static Optional<Difference> of(Fixture fixture, Fixture.Expectation expected, VerdictDocument document) {
        Optional<Verdict> verdict = document.verdicts().stream().filter(one -> one.question().equals(expected.of())).findFirst();
        if (verdict.isPresent()) {
            return compare(fixture, expected, verdict.get());
        }
        String value = document.classifications().stream().filter(one -> one.id().equals(expected.of())).map(VerdictDocument.Classification::value)
                .findFirst().orElse("not answered under this reading");
        return value.equals(expected.outcome()) ? Optional.empty()
                : Optional.of(new Difference(fixture, Optional.of(expected.of()), expected.outcome(), value, ""));
    }

    private static Optional<Difference> compare(Fixture fixture, Fixture.Expectation expected, Verdict verdict) {
        boolean same = expected.outcome().equals(verdict.outcome().name())
                && expected.because().filter(leaves -> !sameLeaves(leaves, verdict)).isEmpty()
                && expected.missing().filter(paths -> !paths.equals(new HashSet<>(verdict.missing()))).isEmpty();
        return same ? Optional.empty() : Optional.of(new Difference(fixture, Optional.of(expected.of()),
                told(expected.outcome(), expected.because(), expected.missing()),
                told(verdict.outcome().name(), Optional.of(new TreeSet<>(verdict.because())), expected.missing().map(any -> new TreeSet<>(verdict.missing()))),
                rules(verdict)));
    }

    /** A leaf may be named without the prefix of the question it belongs to. */
    private static boolean sameLeaves(Set<String> expected, Verdict verdict) {
        return expected.size() == verdict.because().size()
                && verdict.because().stream().allMatch(leaf -> expected.contains(leaf) || expected.stream().anyMatch(name -> leaf.endsWith("/" + name)));
    }

    private static String told(String outcome, Optional<? extends Collection<String>> because, Optional<? extends Collection<String>> missing) {
        return outcome + because.map(leaves -> " because of " + leaves).orElse("") + missing.map(paths -> " missing " + paths).orElse("");
    }

    private static String rules(Verdict verdict) {
        return leaves(verdict.requirement()).filter(leaf -> verdict.because().contains(leaf.id())).flatMap(leaf -> leaf.reasons().stream())
                .map(reason -> "\"" + reason.rule().rule().name() + "\" (" + reason.rule().rule().place() + ")").distinct().collect(Collectors.joining(", "));
    }

    private static Stream<RequirementView> leaves(RequirementView view) {
        List<RequirementView> children = view.children();
        return children.isEmpty() ? Stream.of(view) : children.stream().flatMap(Comparison::leaves);
    }
}
