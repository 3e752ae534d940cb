package org.imgeligibility.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgeligibility.facts.Suggestion;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Status;

/** Reads what stands under {@code expect}; what it cannot mean is told by its place. */
final class ExpectationReader {

    private static final List<String> KEYS = List.of("outcome", "because", "missing", "requirements", "rules", "notes");
    private static final List<String> STATUSES = Stream.concat(Stream.of(Status.values()).map(Status::name), Stream.of(Fixture.Expectation.NOT_ASKED)).toList();
    private static final Set<Word> FINDINGS = Stream.of(Word.values()).filter(Word::isFinding).collect(Collectors.toSet());
    private static final List<String> OUTCOMES = Stream.of(Outcome.values()).map(Outcome::name).toList();

    private final Policy policy;
    private final BiConsumer<Tree, String> problem;
    private final Map<String, Set<String>> classifications = new TreeMap<>();

    /** @param problem takes the place and the message of each fault */
    ExpectationReader(Policy policy, BiConsumer<Tree, String> problem) {
        this.policy = policy;
        this.problem = problem;
        policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).forEach(rule -> rule.all("classification")
                .forEach(id -> classifications.computeIfAbsent(id, any -> new TreeSet<>(Set.of("UNKNOWN"))).addAll(rule.all("value"))));
    }

    List<Fixture.Expectation> read(Tree.Mapping expect, String reading) {
        List<Fixture.Expectation> expectations = new ArrayList<>();
        expect.entries().forEach((of, value) -> expectation(of, value, reading).ifPresent(expectations::add));
        if (expectations.size() > 1 && expectations.stream().anyMatch(Fixture.Expectation::isRefusal)) {
            problem.accept(expect, "who is refused gets no other answer. Leave 'refused' out, or all else.");
        }
        return expectations;
    }

    private Optional<Fixture.Expectation> expectation(String of, Tree value, String reading) {
        if (of.equals(Fixture.REFUSED)) {
            return list(value, of).map(paths -> new Fixture.Expectation(of, of, Optional.of(paths), Set.of()));
        } else if (of.equals(Fixture.CALENDAR) || of.equals(Fixture.CONTEXT)) {
            return Optional.of(new Fixture.Expectation(of, of, Optional.empty(), rules(value, of, Set.of(of.equals(Fixture.CALENDAR) ? Word.EVENT : Word.CONTEXT))));
        } else if (classifications.containsKey(of)) {
            return classification(of, value);
        } else if (!policy.questions().containsKey(of)) {
            problem.accept(value, "no question or classification is called '" + of + "'."
                    + Suggestion.maybe(of, Stream.concat(policy.questions().keySet().stream(), classifications.keySet().stream()).toList()));
            return Optional.empty();
        } else if (policy.readings().contains(reading) && !policy.questions().get(of).isAskedUnder(reading)) {
            problem.accept(value, "'" + of + "' is not asked under the reading '" + reading + "'. Give the case another reading, or leave the question out.");
            return Optional.empty();
        }
        return question(of, value);
    }

    private Optional<Fixture.Expectation> classification(String of, Tree value) {
        String given = value instanceof Tree.Scalar scalar ? String.valueOf(scalar.value()) : "";
        if (!classifications.get(of).contains(given)) {
            problem.accept(value, "'" + of + "' is a classification, one of " + String.join(", ", classifications.get(of)) + ", not "
                    + value.kind() + "." + Suggestion.maybe(given, classifications.get(of)));
            return Optional.empty();
        }
        return Optional.of(new Fixture.Expectation(of, given, Optional.empty(), Set.of()));
    }

    private Optional<Fixture.Expectation> question(String of, Tree value) {
        Map<String, Tree> parts = value instanceof Tree.Mapping mapping ? mapping.entries() : Map.of("outcome", value);
        parts.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key ->
                problem.accept(parts.get(key), "no such key '" + key + "' of an expectation." + Suggestion.maybe(key, KEYS)));
        String outcome = parts.get("outcome") instanceof Tree.Scalar scalar ? String.valueOf(scalar.value()) : "";
        Optional<Set<String>> because = Optional.ofNullable(parts.get("because")).flatMap(list -> list(list, "because"));
        Optional<Set<String>> missing = Optional.ofNullable(parts.get("missing")).flatMap(list -> list(list, "missing"));
        Set<String> rules = parts.containsKey("rules") ? rules(parts.get("rules"), "rules", FINDINGS) : Set.of();
        Set<String> notes = parts.containsKey("notes") ? rules(parts.get("notes"), "notes", Set.of(Word.NOTE, Word.DOUBT)) : Set.of();
        because.ifPresent(leaves -> leaves.stream().filter(leaf -> !isRequirement(leaf)).forEach(leaf -> noRequirement(parts.get("because"), leaf)));
        Map<String, String> requirements = Optional.ofNullable(parts.get("requirements")).map(this::requirements).orElse(Map.of());
        missing.ifPresent(paths -> paths.stream().filter(path -> !policy.vocabulary().slots().containsKey(path))
                .forEach(path -> problem.accept(parts.get("missing"), "no fact is called '" + path + "'." + Suggestion.maybe(path, policy.vocabulary().slots().keySet()))));
        boolean partly = !parts.containsKey("outcome") && (!requirements.isEmpty() || !rules.isEmpty());
        if (!partly && !OUTCOMES.contains(outcome)) {
            problem.accept(value, "'" + outcome + "' is not one of " + String.join(", ", OUTCOMES) + "." + Suggestion.maybe(outcome, OUTCOMES));
            return Optional.empty();
        }
        return Optional.of(new Fixture.Expectation(of, true, outcome, because, missing, requirements, rules, notes));
    }

    private Map<String, String> requirements(Tree value) {
        Map<String, String> requirements = new LinkedHashMap<>();
        if (!(value instanceof Tree.Mapping mapping)) {
            problem.accept(value, "'requirements' gives some requirements their statuses, not " + value.kind() + ". Write { a-requirement: MET }.");
            return requirements;
        }
        mapping.entries().forEach((id, given) -> {
            String status = given instanceof Tree.Scalar scalar ? String.valueOf(scalar.value()) : "";
            if (!isRequirement(id)) {
                noRequirement(given, id);
            } else if (!STATUSES.contains(status)) {
                problem.accept(given, "'" + status + "' is not one of " + String.join(", ", STATUSES) + "." + Suggestion.maybe(status, STATUSES));
            } else {
                requirements.put(id, status);
            }
        });
        return requirements;
    }

    private void noRequirement(Tree place, String id) {
        problem.accept(place, "no requirement is called '" + id + "'." + Suggestion.maybe(id, policy.requirements().keySet()));
    }

    /** The names of rules that conclude in some words. */
    private Set<String> rules(Tree value, String key, Set<Word> words) {
        Set<String> named = list(value, key).orElse(Set.of());
        List<String> known = policy.rules().stream().filter(rule -> words.contains(rule.word())).map(Rule::name).toList();
        named.stream().filter(name -> !known.contains(name)).forEach(name -> problem.accept(value, "no rule that could stand under '" + key + "' is called '" + name + "'." + Suggestion.maybe(name, known)));
        return named;
    }

    private boolean isRequirement(String leaf) {
        return policy.requirements().containsKey(leaf)
                || policy.questions().keySet().stream().anyMatch(question -> policy.requirements().containsKey(question + "/" + leaf));
    }

    private Optional<Set<String>> list(Tree value, String key) {
        if (!(value instanceof Tree.Sequence list) || !list.items().stream().allMatch(Tree.Scalar.class::isInstance)) {
            problem.accept(value, "'" + key + "' is a list of names, not " + value.kind() + ". Write [one, another], or [] for none.");
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        list.items().stream().map(item -> String.valueOf(((Tree.Scalar) item).value())).filter(text -> !texts.add(text))
                .forEach(twice -> problem.accept(value, "'" + twice + "' stands twice under '" + key + "'. Keep one."));
        return Optional.of(texts);
    }
}
