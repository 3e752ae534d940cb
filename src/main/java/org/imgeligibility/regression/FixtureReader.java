package org.imgeligibility.regression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.Outcome;

/** Reads fixture files; what is malformed becomes a problem with file and line, never a case left out in silence. */
final class FixtureReader {

    private static final Set<String> FILE_KEYS = Set.of("topic", "about", "defaults", "cases");
    private static final Set<String> CASE_KEYS = Set.of("id", "says", "asOf", "reading", "applicant", "expect");
    private static final Tree NOTHING = new Tree.Scalar(null, 1);

    private final Policy policy;
    private final Overlay overlay;
    private final Set<String> classifications;
    private final List<Fixture> fixtures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String file;

    FixtureReader(Policy policy) {
        this.policy = policy;
        this.overlay = new Overlay(policy.vocabulary());
        this.classifications = new TreeSet<>(policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY)
                .flatMap(rule -> rule.all("classification").stream()).toList());
    }

    List<Fixture> fixtures() {
        return fixtures;
    }

    List<Problem> problems() {
        return problems;
    }

    void read(String name, String content) {
        file = name;
        try {
            TreeReader.Document document = TreeReader.readYaml(content);
            document.problems().forEach(found -> problems.add(new Problem(file + found.path(), found.message())));
            if (document.root() instanceof Tree.Mapping root) {
                unknownKeys(root, FILE_KEYS);
                cases(root);
            } else {
                problem(document.root(), "a fixture file is an object with topic, about, defaults and cases.");
            }
        } catch (InputException unreadable) {
            unreadable.problems().forEach(found -> problems.add(new Problem(file, found.message())));
        }
    }

    private void cases(Tree.Mapping root) {
        Tree defaults = root.entries().getOrDefault("defaults", NOTHING);
        if (!(root.entries().get("cases") instanceof Tree.Sequence cases) || cases.items().isEmpty()) {
            problem(root, "no cases. List at least one under 'cases'.");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Tree item : cases.items()) {
            if (item instanceof Tree.Mapping one) {
                unknownKeys(one, CASE_KEYS);
                String id = text(one, "id").orElse("");
                if (id.isEmpty() || !ids.add(id)) {
                    problem(one, id.isEmpty() ? "a case without 'id'." : "a second case '" + id + "'. Give it an id of its own.");
                }
                fixture(one, id, defaults);
            } else {
                problem(item, item.kind() + " is not a case.");
            }
        }
    }

    private void fixture(Tree.Mapping one, String id, Tree defaults) {
        List<Fixture.Expectation> expectations = expectations(one);
        String reading = text(one, "reading").or(() -> text(defaults, "reading")).orElse(policy.readings().get(0));
        if (!policy.readings().contains(reading)) {
            problem(one, "no reading is called '" + reading + "'." + Suggestion.maybe(reading, policy.readings()));
        }
        Optional<LocalDate> asOf = text(one, "asOf").or(() -> text(defaults, "asOf")).flatMap(text -> day(one, text));
        if (asOf.isEmpty()) {
            problem(one, "no 'asOf', neither in the case nor in the defaults.");
        }
        if (!expectations.isEmpty() && asOf.isPresent() && policy.readings().contains(reading)) {
            Tree applicant = overlay.over(part(defaults, "applicant"), part(one, "applicant"));
            fixtures.add(new Fixture(file, one.line(), id, text(one, "says").orElse(id), asOf.get(), reading, applicant, expectations));
        }
    }

    private List<Fixture.Expectation> expectations(Tree.Mapping one) {
        if (!(part(one, "expect") instanceof Tree.Mapping expect) || expect.entries().isEmpty()) {
            problem(one, "a case without expectation. Name a question and its outcome under 'expect'.");
            return List.of();
        }
        return expect.entries().entrySet().stream().flatMap(entry -> expectation(entry).stream()).toList();
    }

    private Optional<Fixture.Expectation> expectation(Map.Entry<String, Tree> entry) {
        String of = entry.getKey();
        Tree value = entry.getValue();
        if (!policy.questions().containsKey(of) && !classifications.contains(of)) {
            problem(value, "no question or classification is called '" + of + "'."
                    + Suggestion.maybe(of, Stream.concat(policy.questions().keySet().stream(), classifications.stream()).toList()));
            return Optional.empty();
        }
        String outcome = value instanceof Tree.Scalar scalar ? String.valueOf(scalar.value()) : text(value, "outcome").orElse("");
        List<String> known = Stream.of(Outcome.values()).map(Outcome::name).toList();
        if (policy.questions().containsKey(of) && !known.contains(outcome)) {
            problem(value, "'" + outcome + "' is not one of " + String.join(", ", known) + "." + Suggestion.maybe(outcome, known));
            return Optional.empty();
        }
        Optional<Set<String>> because = texts(value, "because");
        because.ifPresent(leaves -> leaves.stream().filter(leaf -> !isRequirement(leaf))
                .forEach(leaf -> problem(value, "no requirement is called '" + leaf + "'." + Suggestion.maybe(leaf, policy.requirements().keySet()))));
        return Optional.of(new Fixture.Expectation(of, policy.questions().containsKey(of), outcome, because, texts(value, "missing")));
    }

    private boolean isRequirement(String leaf) {
        return policy.requirements().containsKey(leaf)
                || policy.questions().keySet().stream().anyMatch(question -> policy.requirements().containsKey(question + "/" + leaf));
    }

    private static Tree part(Tree tree, String key) {
        return tree instanceof Tree.Mapping mapping ? mapping.entries().getOrDefault(key, NOTHING) : NOTHING;
    }

    private static Optional<String> text(Tree tree, String key) {
        return part(tree, key) instanceof Tree.Scalar scalar && scalar.value() != null ? Optional.of(scalar.value().toString()) : Optional.empty();
    }

    private static Optional<Set<String>> texts(Tree tree, String key) {
        return part(tree, key) instanceof Tree.Sequence list
                ? Optional.of(new TreeSet<>(list.items().stream().map(item -> String.valueOf(((Tree.Scalar) item).value())).toList())) : Optional.empty();
    }

    private Optional<LocalDate> day(Tree place, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException wrong) {
            problem(place, "asOf '" + text + "' is not a date as 2026-03-01.");
            return Optional.empty();
        }
    }

    private void unknownKeys(Tree.Mapping mapping, Set<String> known) {
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problem(value, "no such key '" + key + "'." + Suggestion.maybe(key, known));
            }
        });
    }

    private void problem(Tree place, String message) {
        problems.add(new Problem(file + ":" + place.line(), message));
    }
}
