package org.imgeligibility.regression.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** Which questions and classifications that both sides answer depend on a requirement, on either side. */
final class Dependents {

    private final Map<String, Set<String>> questions = new HashMap<>();
    private final Map<String, Set<String>> classifications = new HashMap<>();
    private final Set<String> allQuestions;
    private final Set<String> allClassifications;

    Dependents(Side from, Side to) {
        allQuestions = new TreeSet<>(from.policy().questions().keySet());
        allQuestions.retainAll(to.policy().questions().keySet());
        allClassifications = classified(from).collect(Collectors.toCollection(TreeSet::new));
        allClassifications.retainAll(classified(to).collect(Collectors.toSet()));
        Stream.of(from, to).forEach(this::add);
    }

    private static Stream<String> classified(Side side) {
        return side.policy().rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).flatMap(rule -> rule.all("classification").stream());
    }

    private void add(Side side) {
        allQuestions.forEach(question -> side.needs().of(question).forEach(id -> questions.computeIfAbsent(id, any -> new TreeSet<>()).add(question)));
        side.policy().rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).forEach(rule -> rule.all("classification").stream()
                .filter(allClassifications::contains).forEach(classification -> add(side, rule, classification)));
    }

    private void add(Side side, Rule rule, String classification) {
        classifications.computeIfAbsent(classification, any -> new TreeSet<>()).add(classification);
        Stream.of("where", "unless").flatMap(name -> rule.all(name).stream()).flatMap(id -> side.needs().of(id).stream())
                .forEach(id -> classifications.computeIfAbsent(id, any -> new TreeSet<>()).add(classification));
    }

    /** @param wanted which questions are of interest */
    Set<String> questions(Edit.Touched touched, Predicate<String> wanted) {
        return of(touched, questions, allQuestions).filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> classifications(Edit.Touched touched) {
        return of(touched, classifications, allClassifications).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> of(Edit.Touched touched, Map<String, Set<String>> dependents, Set<String> all) {
        return touched.all() ? all.stream() : touched.ids().stream().flatMap(id -> dependents.getOrDefault(id, Set.of()).stream());
    }
}
