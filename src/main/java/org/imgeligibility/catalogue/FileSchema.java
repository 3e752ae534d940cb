package org.imgeligibility.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imgeligibility.facts.JsonSchema;
import org.imgeligibility.facts.Tree;
import org.imgeligibility.facts.TreeWriter;
import org.imgeligibility.rulebase.Confidence;
import org.imgeligibility.rulebase.Policy;
import org.imgeligibility.rulebase.Requirement;
import org.imgeligibility.rulebase.language.Rule;
import org.imgeligibility.rulebase.language.Word;

/** The files people write, each with its JSON Schema (2020-12) for editors, from what the policy declares. */
public enum FileSchema {
    APPLICANT(policy -> new Tree.Mapping(Map.of(), 1)), FIXTURES(policy -> new FixtureSchema(policy).file()), SOURCES(policy -> sources()), QUESTIONS(FileSchema::questions),
    REQUIREMENTS(policy -> requirements()), CLASSIFICATIONS(FileSchema::classifications);

    private static final String ID = "^([A-Za-z0-9_/-]|\\{[A-Za-z]+\\})+$";

    private final Function<Policy, Tree.Mapping> content;

    FileSchema(Function<Policy, Tree.Mapping> content) {
        this.content = content;
    }

    /** The name of the file it is kept in. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".schema.json";
    }

    public String of(Policy policy) {
        if (this == APPLICANT) {
            return JsonSchema.of(policy.vocabulary()) + "\n";
        }
        Map<String, Tree> all = new LinkedHashMap<>(Shape.of("$schema", "https://json-schema.org/draft/2020-12/schema", "title", "The file of " + name().toLowerCase(Locale.ROOT)).entries());
        all.putAll(content.apply(policy).entries());
        return TreeWriter.indented(new Tree.Mapping(all, 1));
    }

    private static Tree.Mapping entries(Tree.Mapping properties, List<String> required) {
        return Shape.of("type", "array", "items", Shape.object(properties, required, "One entry"));
    }

    private static Tree.Mapping id(String description) {
        return Shape.of("type", "string", "pattern", ID, "description", description);
    }

    private static Tree.Mapping sources() {
        return entries(Shape.of("id", Shape.text("What rules and table rows cite it by"), "title", Shape.text("As the document names itself"), "publisher", Shape.text("Who publishes it"),
                "url", Shape.text("Where it is, if that is known"), "published", Shape.of("type", List.of("string", "integer"), "description", "A year, month or day, as exact as it is known"),
                "retrieved", Shape.of("type", List.of("string", "integer"), "description", "When it was looked at"), "locator", Shape.text("Where in the document"),
                "kind", Shape.oneOf(List.of("stated", "official", "secondary"), "A commissioning document, a text of the body concerned, or anything else"),
                "confidence", Shape.oneOf(Stream.of(Confidence.values()).map(Confidence::spelling).toList(), "How far it can be relied on"),
                "reviewBy", Shape.day("By when an editor must look at it again"), "note", Shape.text("For editors alone"), "allow", allow()),
                List.of("id", "title", "publisher", "locator", "kind", "confidence", "reviewBy"));
    }

    private static Tree.Mapping allow() {
        return Shape.of("type", "object", "additionalProperties", Shape.text("Why it is meant"), "description", "What lint finds here and is meant all the same, by its id");
    }

    private static List<String> combines() {
        return Stream.of(Requirement.Combine.values()).map(Requirement.Combine::spelling).toList();
    }

    private static Tree.Mapping questions(Policy policy) {
        return entries(Shape.of("id", id("A name in braces stands for each value of a list or table"), "title", Shape.text("As it is asked"),
                "topic", Shape.text("The topic it is shown under"), "about", Shape.text("What it means, in a sentence"),
                "reading", Shape.oneOf(policy.readings(), "The only reading that knows it"), "combine", Shape.oneOf(combines(), "How it follows from its requirements; all where nothing is said"), "allow", allow()),
                List.of("id", "title", "topic", "about"));
    }

    private static Tree.Mapping requirements() {
        return entries(Shape.of("id", id("A name in braces stands for each value of a list or table"), "title", Shape.text("What people call it"),
                "combine", Shape.oneOf(combines(), "How it follows from the requirements it needs; all where nothing is said"),
                "unsettled", Shape.text("What to say where all facts are known and no rule decides"), "allow", allow()), List.of("id", "title"));
    }

    private static Tree.Mapping classifications(Policy policy) {
        Set<String> ids = new TreeSet<>();
        for (Rule rule : policy.rules()) {
            if (rule.word() == Word.CLASSIFY) {
                List<String> values = new ArrayList<>(rule.all("value"));
                rule.all("classification").forEach(id -> {
                    ids.add(id);
                    values.forEach(value -> ids.add(id + "/" + value));
                });
            }
        }
        return entries(Shape.of("id", Shape.oneOf(ids, "A classification that rules give, or a value of it behind a slash"), "title", Shape.text("What people call it")), List.of("id", "title"));
    }
}
