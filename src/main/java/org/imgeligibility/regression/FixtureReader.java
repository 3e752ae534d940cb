package org.imgeligibility.regression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imgeligibility.facts.ApplicantReader;
import org.imgeligibility.facts.InputException;
import org.imgeligibility.facts.Problem;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.rulebase.Policy;

/** Reads fixture files; what is malformed becomes a problem with file and line, never a case left out in silence. */
final class FixtureReader {

    private static final Set<String> FILE_KEYS = Set.of("topic", "about", "defaults", "cases");
    private static final Set<String> DEFAULT_KEYS = Set.of("asOf", "reading", "applicant");
    private static final Set<String> CASE_KEYS = Set.of("id", "says", "asOf", "reading", "applicant", "expect");
    private static final Tree NOTHING = new Tree.Scalar(null, 1);

    private final Policy policy;
    private final Overlay overlay;
    private final ExpectationReader expectations;
    private final List<Fixture> fixtures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String file;

    FixtureReader(Policy policy) {
        this.policy = policy;
        this.overlay = new Overlay(policy.vocabulary());
        this.expectations = new ExpectationReader(policy, this::problem);
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
                cases(root, defaults(root));
            } else {
                problem(document.root(), "a fixture file is an object with topic, about, defaults and cases.");
            }
        } catch (InputException unreadable) {
            unreadable.problems().forEach(found -> problems.add(new Problem(file, found.message())));
        }
    }

    private Tree defaults(Tree.Mapping root) {
        Tree defaults = part(root, "defaults");
        if (defaults instanceof Tree.Mapping mapping) {
            unknownKeys(mapping, DEFAULT_KEYS);
        } else if (!isNull(defaults)) {
            problem(defaults, "'defaults' is an object with asOf, reading and applicant, not " + defaults.kind() + ".");
        }
        return defaults;
    }

    private void cases(Tree.Mapping root, Tree defaults) {
        if (!(part(root, "cases") instanceof Tree.Sequence cases) || cases.items().isEmpty()) {
            problem(root, "no cases. List at least one under 'cases'.");
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (Tree item : cases.items()) {
            if (item instanceof Tree.Mapping one) {
                unknownKeys(one, CASE_KEYS);
                fixture(one, id(one, lines), defaults);
            } else {
                problem(item, item.kind() + " is not a case. Write { id: ..., says: ..., applicant: ..., expect: ... }.");
            }
        }
    }

    /** @param lines where the ids before stand */
    private String id(Tree.Mapping one, Map<String, Integer> lines) {
        String id = text(one, "id").orElse("");
        if (id.isBlank()) {
            problem(one, "a case without 'id'. Give it a name that no other case of the file has.");
            return id;
        }
        Integer before = lines.putIfAbsent(id, one.line());
        if (before != null) {
            problem(one, "a second case '" + id + "', after line " + before + ". Give it an id of its own.");
        }
        return id;
    }

    private void fixture(Tree.Mapping one, String id, Tree defaults) {
        if (text(one, "says").filter(says -> !says.isBlank()).isEmpty()) {
            problem(one, "a case without 'says'. Say in a sentence what it shows.");
        }
        String reading = text(one, "reading").or(() -> text(defaults, "reading")).orElse(policy.readings().get(0));
        if (!policy.readings().contains(reading)) {
            problem(one, "no reading is called '" + reading + "'. There are " + String.join(" and ", policy.readings()) + "." + Suggestion.maybe(reading, policy.readings()));
        }
        Optional<String> day = text(one, "asOf").or(() -> text(defaults, "asOf"));
        if (day.isEmpty()) {
            problem(one, "no 'asOf', neither in the case nor in the defaults. Give the day of the evaluation.");
        }
        Optional<LocalDate> asOf = day.flatMap(text -> day(one, text));
        List<Fixture.Expectation> expected = expected(one, reading);
        Tree given = overlay.over(part(defaults, "applicant"), part(one, "applicant"));
        Tree applicant = isNull(given) ? new Tree.Mapping(Map.of(), one.line()) : given;
        List<Problem> wrong = ApplicantReader.read(policy.vocabulary(), applicant, List.of()).problems();
        wrong.forEach(found -> problem(one, "the applicant cannot be read, with the defaults under it. " + found));
        if (wrong.isEmpty() && !expected.isEmpty() && asOf.isPresent() && policy.readings().contains(reading)) {
            fixtures.add(new Fixture(file, one.line(), id, text(one, "says").orElse(id), asOf.get(), reading, applicant, expected));
        }
    }

    private List<Fixture.Expectation> expected(Tree.Mapping one, String reading) {
        if (!(part(one, "expect") instanceof Tree.Mapping expect) || expect.entries().isEmpty()) {
            problem(one, "a case without expectation. Name a question and its outcome under 'expect'.");
            return List.of();
        }
        return expectations.read(expect, reading);
    }

    private static boolean isNull(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.value() == null;
    }

    private static Tree part(Tree tree, String key) {
        return tree instanceof Tree.Mapping mapping ? mapping.entries().getOrDefault(key, NOTHING) : NOTHING;
    }

    private static Optional<String> text(Tree tree, String key) {
        return part(tree, key) instanceof Tree.Scalar scalar && scalar.value() != null ? Optional.of(scalar.value().toString()) : Optional.empty();
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
