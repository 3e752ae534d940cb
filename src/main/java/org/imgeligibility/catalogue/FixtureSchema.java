package org.imgeligibility.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imgeligibility.facts.JsonSchema;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeReader;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;
import org.imgeligibility.verdict.Outcome;
import org.imgeligibility.verdict.Status;

/** The schema of a fixture file; ids, facts and rules are those of the policy. */
final class FixtureSchema {

    private static final String UNKNOWN = "UNKNOWN";
    private static final String NOT_ASKED = "NOT_ASKED";

    private final Policy policy;

    FixtureSchema(Policy policy) {
        this.policy = policy;
    }

    Tree.Mapping file() {
        Tree.Mapping one = Shape.object(Shape.of("id", Shape.of("type", List.of("string", "integer"), "description", "Its name, unlike that of any other case of the file"),
                "says", Shape.text("What it shows, in a sentence"), "asOf", Shape.day("The day of the evaluation"), "reading", reading(),
                "applicant", Shape.part("applicant"), "expect", Shape.part("expect")), List.of("id", "says", "expect"), "One case");
        Tree.Mapping defaults = Shape.object(Shape.of("asOf", Shape.day("The day of the evaluation"), "reading", reading(), "applicant", Shape.part("applicant")), List.of(), "What each case is laid over");
        return Shape.of("type", "object", "properties", Shape.of("topic", Shape.text("What the file is about"), "about", Shape.text("What its cases show"), "defaults", defaults,
                "cases", Shape.of("type", "array", "minItems", 1, "items", one)), "required", List.of("cases"), "additionalProperties", false, "$defs", parts());
    }

    private Tree.Mapping reading() {
        return Shape.oneOf(policy.readings(), "The reading of the policy; " + policy.readings().get(0) + " where nothing is said");
    }

    private Tree.Mapping parts() {
        Map<String, Tree> applicant = new LinkedHashMap<>(((Tree.Mapping) TreeReader.readJson(JsonSchema.of(policy.vocabulary())).root()).entries());
        List.of("$schema", "title").forEach(applicant::remove);
        return Shape.of("applicant", new Tree.Mapping(applicant, 1), "expect", expect(), "outcome", Shape.oneOf(Stream.of(Outcome.values()).map(Outcome::name).toList(), "What the question must come to"),
                "question", question(), "requirement", Shape.of("enum", requirements()), "fact", Shape.of("enum", List.copyOf(policy.vocabulary().slots().keySet())),
                "finding", rules(rule -> rule.word().isFinding()), "note", rules(rule -> rule.word() == Word.NOTE || rule.word() == Word.DOUBT),
                "event", rules(rule -> rule.word() == Word.EVENT), "context", rules(rule -> rule.word() == Word.CONTEXT));
    }

    private Tree.Mapping rules(Predicate<Rule> which) {
        return Shape.of("enum", policy.rules().stream().filter(which).map(Rule::name).toList());
    }

    /** The ids of requirements, and what is left of those whose question's prefix may be left off. */
    private Collection<String> requirements() {
        Set<String> ids = new TreeSet<>(policy.requirements().keySet());
        policy.questions().keySet().forEach(question -> policy.requirements().keySet().stream().filter(id -> id.startsWith(question + "/")).forEach(id -> ids.add(id.substring(question.length() + 1))));
        return ids;
    }

    private Tree.Mapping expect() {
        Map<String, Tree> properties = new LinkedHashMap<>();
        policy.questions().values().forEach(question -> properties.put(question.id(), Shape.of("anyOf", List.of(Shape.part("outcome"), Shape.part("question")), "description", question.title())));
        classifications().forEach((id, values) -> properties.put(id, Shape.oneOf(values, "Its value")));
        properties.put("refused", Shape.list(Shape.of("type", "string", "pattern", "^/"), "The applicant contradicts itself in these facts, by their places in the file, and nothing else is expected"));
        properties.put("calendar", Shape.list(Shape.part("event"), "Rules whose days must stand in the calendar"));
        properties.put("context", Shape.list(Shape.part("context"), "Rules whose sentences must stand beside the verdicts"));
        return Shape.of("type", "object", "minProperties", 1, "properties", new Tree.Mapping(properties, 1), "additionalProperties", false, "description", "What must come out");
    }

    private Map<String, Set<String>> classifications() {
        Map<String, Set<String>> values = new TreeMap<>();
        policy.rules().stream().filter(rule -> rule.word() == Word.CLASSIFY).forEach(rule -> rule.all("classification").forEach(id ->
                values.computeIfAbsent(id, any -> new TreeSet<>(Set.of(UNKNOWN))).addAll(rule.all("value"))));
        return values;
    }

    private static Tree.Mapping question() {
        Tree.Mapping statuses = Shape.of("type", "object", "propertyNames", Shape.part("requirement"), "description", "What some requirements of the question must come to",
                "additionalProperties", Shape.of("enum", Stream.concat(Stream.of(Status.values()).map(Status::name), Stream.of(NOT_ASKED)).toList()));
        return Shape.object(Shape.of("outcome", Shape.part("outcome"), "because", Shape.list(Shape.part("requirement"), "The requirements that decide, all of them"),
                "missing", Shape.list(Shape.part("fact"), "The facts that could still change the outcome, all of them"), "requirements", statuses,
                "rules", Shape.list(Shape.part("finding"), "Rules that must be among those the requirements rest on"),
                "notes", Shape.list(Shape.part("note"), "Rules whose sentences must be among the notes")), List.of(), "What is expected of a question");
    }
}
